namespace Jpos.Domain.Imports;

/// <summary>What the lines of a file are.</summary>
public enum ImportKind
{
    /// <summary>Cards, with their members and opening balances.</summary>
    Cards = 0,

    /// <summary>Pieces of tickets, given to cards.</summary>
    Tickets = 1,

    /// <summary>Members, who have no card yet.</summary>
    Members = 2,
}
