namespace Jpos.Domain.Journal;

/// <summary>Whether what a transaction did still stands.</summary>
public enum EntryStatus
{
    /// <summary>Nothing has undone it.</summary>
    Posted = 0,

    Reversed = 1,

    Cancelled = 2,

    Refunded = 3,
}
