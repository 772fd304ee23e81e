namespace Jpos.Domain.VerifyCodes;

/// <summary>
/// What a signed message without a key was answered, kept as long as its MAC is accepted: a copy of it gets the same answer and has no effect (protocol §9).
/// </summary>
public sealed class StoredAnswer
{
    public const int LongestMac = 16;

    private StoredAnswer()
    {
    }

    /// <param name="terminal">Who signed it.</param>
    /// <param name="mac">Its MAC, by which a copy is known.</param>
    /// <param name="madeAt">When it says that it was made, UTC.</param>
    /// <param name="code">The answer's code.</param>
    /// <param name="answer">The answer's bytes.</param>
    public StoredAnswer(TerminalNumber terminal, byte[] mac, DateTime madeAt, ResponseCode code, byte[] answer) =>
        (Terminal, Mac, ExpiresAt, Code, Answer) = (terminal, mac, madeAt + Terminals.Terminal.MacWindow, code, answer);

    public TerminalNumber Terminal { get; private set; } = null!;

    public byte[] Mac { get; private set; } = [];

    /// <summary>The last instant at which its MAC is accepted, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    public ResponseCode Code { get; private set; } = null!;

    public byte[] Answer { get; private set; } = [];
}
