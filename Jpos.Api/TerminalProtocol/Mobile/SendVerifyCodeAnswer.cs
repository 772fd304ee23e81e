namespace Jpos.Api.TerminalProtocol.Mobile;

/// <summary>Whether the mobile is known, it never tells.</summary>
public sealed record SendVerifyCodeAnswer : TerminalAnswer;
