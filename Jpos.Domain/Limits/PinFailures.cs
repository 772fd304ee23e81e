namespace Jpos.Domain.Limits;

/// <summary>The number of recent wrong PINs from one source, of any card (<see href="docs/protocol.md#2-response-codes">protocol §2</see>, <see href="docs/protocol.md#9-keys-mac-and-pin">§9</see>).</summary>
public sealed class PinFailures
{
    public const int LongestSource = 64;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private PinFailures()
    {
    }

    public PinFailures(string source, DateTime now) => (Source, Since) = (source, now);

    /// <summary>A terminal or an address, in the form of <see cref="OfTerminal"/> or <see cref="OfAddress"/>.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The time of the first of them, UTC.</summary>
    public DateTime Since { get; private set; }

    public int Count { get; private set; }

    /// <summary>Returns the source of a terminal. Signed and unsigned messages count separately, so unsigned ones from elsewhere cannot block the terminal's signed ones.</summary>
    public static string OfTerminal(TerminalNumber terminal, bool isSigned) => $"terminal {terminal}{(isSigned ? "" : " unsigned")}";

    /// <summary>Returns the source of an address.</summary>
    public static string OfAddress(string address) => $"address {address}";

    /// <summary>Returns whether so many PINs were wrong recently that somebody may be guessing.</summary>
    /// <param name="most">The limit within 10 minutes; 0 for none.</param>
    /// <param name="now">The instant, UTC.</param>
    public bool AreTooMany(int most, DateTime now) => most > 0 && Count >= most && now < Since + Window;

    /// <summary>Counts a failure.</summary>
    public void RecordFailure(DateTime now)
    {
        if (now >= Since + Window)
        {
            (Since, Count) = (now, 0);
        }

        Count++;
    }
}
