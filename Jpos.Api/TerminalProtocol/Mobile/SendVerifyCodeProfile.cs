using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Mobile;

namespace Jpos.Api.TerminalProtocol.Mobile;

internal sealed class SendVerifyCodeProfile : WireProfile
{
    public SendVerifyCodeProfile() => CreateMap<SendVerifyCodeOutcome, SendVerifyCodeAnswer>().IncludeBase<Outcome, TerminalAnswer>();
}
