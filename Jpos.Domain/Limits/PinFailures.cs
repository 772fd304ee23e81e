namespace Jpos.Domain.Limits;

/// <summary>How many PINs from one source were wrong lately, whether or not the cards differ (protocol §2 row 17, §9).</summary>
public sealed class PinFailures
{
    public const int LongestSource = 64;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private PinFailures()
    {
    }

    public PinFailures(string source, DateTime now) => (Source, Since) = (source, now);

    /// <summary>A terminal or an address, as <see cref="OfTerminal"/> and <see cref="OfAddress"/> name it.</summary>
    public string Source { get; private set; } = "";

    /// <summary>When the first of them was, UTC.</summary>
    public DateTime Since { get; private set; }

    public int Count { get; private set; }

    /// <summary>Names a terminal. Messages that a MAC proves and others are counted apart: what a stranger sends must not stop what the terminal signs.</summary>
    public static string OfTerminal(TerminalNumber terminal, bool isSigned) => $"terminal {terminal}{(isSigned ? "" : " unsigned")}";

    /// <summary>Names an address.</summary>
    public static string OfAddress(string address) => $"address {address}";

    /// <summary>Returns whether so many were wrong lately that somebody may be guessing.</summary>
    /// <param name="most">How many may be wrong within 10 minutes; 0 for any number.</param>
    /// <param name="now">The instant, UTC.</param>
    public bool AreTooMany(int most, DateTime now) => most > 0 && Count >= most && now < Since + Window;

    /// <summary>Counts another one.</summary>
    public void RecordFailure(DateTime now)
    {
        if (now >= Since + Window)
        {
            (Since, Count) = (now, 0);
        }

        Count++;
    }
}
