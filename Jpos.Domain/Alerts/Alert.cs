using Jpos.Domain.Protocol;

namespace Jpos.Domain.Alerts;

/// <summary>What the back office has to look at (protocol §6).</summary>
public enum AlertKind
{
    /// <summary>A reversal came for a transaction of a settled batch: undone outside the settled totals.</summary>
    LateReversal = 1,

    /// <summary>A reversal came for a consume that was cancelled or refunded already: nothing done.</summary>
    ReversalOfUndone = 2,

    /// <summary>A reversal's card, amounts, lines or references are not those of its original: nothing done.</summary>
    ReversalDiffers = 3,

    /// <summary>A reversal's key belongs to another operation: nothing done.</summary>
    ReversalOfOtherOperation = 4,

    /// <summary>The reversal of a cancel found pieces of its vouchers used elsewhere: as many taken as were left.</summary>
    VoucherGone = 5,

    /// <summary>A message that had to be signed carried no MAC, a stale one or a wrong one: a terminal with wrong keys, or somebody who pretends to be one.</summary>
    MacRefused = 6,
}

/// <summary>A call to the back office, about a transaction or about a terminal: one for each kind and transaction however often a terminal repeats itself, one an hour for each kind and terminal.</summary>
public sealed class Alert
{
    private Alert()
    {
    }

    public Alert(AlertKind kind, DateTime raisedAt, SerialNumber about)
    {
        Kind = kind;
        RaisedAt = raisedAt;
        About = about;
    }

    public Alert(AlertKind kind, DateTime raisedAt, TerminalNumber terminal)
    {
        Kind = kind;
        RaisedAt = raisedAt;
        Terminal = terminal;
    }

    public long Id { get; private set; }

    public AlertKind Kind { get; private set; }

    public DateTime RaisedAt { get; private set; }

    /// <summary>The transaction it is about: the original that a reversal named; null if it is about a terminal.</summary>
    public SerialNumber? About { get; private set; }

    /// <summary>The terminal it is about; null if it is about a transaction.</summary>
    public TerminalNumber? Terminal { get; private set; }
}
