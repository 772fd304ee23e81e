namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The reply to a terminal: the response code, for the host's own use, and the JSON.</summary>
public sealed record Reply(ResponseCode Code, byte[] Answer)
{
    /// <summary>Signs the answer; null if no MAC was verified.</summary>
    public AnswerMac? Mac { get; init; }
}
