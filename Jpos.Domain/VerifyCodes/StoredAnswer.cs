namespace Jpos.Domain.VerifyCodes;

/// <summary>
/// The answer to a signed message without a key, kept as long as the message's MAC is accepted. A copy gets the same answer and has no effect (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).
/// </summary>
public sealed class StoredAnswer
{
    public const int LongestMac = 16;

    private StoredAnswer()
    {
    }

    /// <param name="terminal">The terminal that signed the message.</param>
    /// <param name="mac">The MAC of the message, by which a copy is found.</param>
    /// <param name="madeAt">The time in the message, UTC.</param>
    /// <param name="code">The response code.</param>
    /// <param name="answer">The bytes of the answer.</param>
    public StoredAnswer(TerminalNumber terminal, byte[] mac, DateTime madeAt, ResponseCode code, byte[] answer) =>
        (Terminal, Mac, ExpiresAt, Code, Answer) = (terminal, mac, madeAt + Terminals.Terminal.MacWindow, code, answer);

    public TerminalNumber Terminal { get; private set; } = null!;

    public byte[] Mac { get; private set; } = [];

    /// <summary>The last instant at which the MAC is accepted, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    public ResponseCode Code { get; private set; } = null!;

    public byte[] Answer { get; private set; } = [];
}
