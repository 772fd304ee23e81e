using Jpos.Api.Protocol;
using Jpos.Application.Messages;
using Jpos.Application.Mobile;

namespace Jpos.Api.Mobile;

/// <summary>Whether the mobile is known, it never tells.</summary>
public sealed record SendVerifyCodeAnswer : TerminalAnswer;

internal sealed class SendVerifyCodeProfile : WireProfile
{
    public SendVerifyCodeProfile() => CreateMap<SendVerifyCodeOutcome, SendVerifyCodeAnswer>().IncludeBase<Outcome, TerminalAnswer>();
}
