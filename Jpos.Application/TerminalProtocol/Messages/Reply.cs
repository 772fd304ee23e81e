namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>What the terminal gets: a code for the host's own eyes, and the JSON.</summary>
public sealed record Reply(ResponseCode Code, byte[] Answer)
{
    /// <summary>Signs the answer; null if no MAC was verified.</summary>
    public AnswerMac? Mac { get; init; }
}
