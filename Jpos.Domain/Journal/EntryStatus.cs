namespace Jpos.Domain.Journal;

/// <summary>Whether the effect of a transaction has been undone.</summary>
public enum EntryStatus
{
    /// <summary>It has not been undone.</summary>
    Posted = 0,

    Reversed = 1,

    Cancelled = 2,

    Refunded = 3,
}
