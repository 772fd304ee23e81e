namespace Jpos.Domain.Journal;

/// <summary>Whether the effect of a transaction has been undone.</summary>
public enum EntryStatus
{
    /// <summary>It has not been undone.</summary>
    Posted = 0,

    /// <summary>A reversal undid it.</summary>
    Reversed = 1,

    /// <summary>A cancel or a refund cancel undid it.</summary>
    Cancelled = 2,

    /// <summary>A refund undid it.</summary>
    Refunded = 3,
}
