namespace Jpos.Domain.Imports;

/// <summary>The kind of the rows of a file.</summary>
public enum ImportKind
{
    /// <summary>Cards, with their members and opening balances.</summary>
    Cards = 0,

    /// <summary>Tickets for existing cards.</summary>
    Tickets = 1,

    /// <summary>Members without a card.</summary>
    Members = 2,
}
