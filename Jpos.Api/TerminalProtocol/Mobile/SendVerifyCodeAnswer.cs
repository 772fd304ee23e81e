namespace Jpos.Api.TerminalProtocol.Mobile;

/// <summary>The answer of a request for a verify code. It does not reveal whether the mobile is known.</summary>
public sealed record SendVerifyCodeAnswer : TerminalAnswer;
