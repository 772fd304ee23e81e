namespace Jpos.Domain.Journal;

/// <summary>Whether what a transaction did still stands.</summary>
public enum Standing
{
    /// <summary>Nothing has undone it.</summary>
    Stands = 0,

    Reversed = 1,

    Cancelled = 2,

    Refunded = 3,
}
