using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Mobile;

namespace Jpos.Api.Mobile;

internal sealed class SendVerifyCodeProfile : WireProfile
{
    public SendVerifyCodeProfile() => CreateMap<SendVerifyCodeOutcome, SendVerifyCodeAnswer>().IncludeBase<Outcome, TerminalAnswer>();
}
