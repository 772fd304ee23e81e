namespace Jpos.Domain.Accounts;

/// <summary>The content of a lot.</summary>
public enum LotKind
{
    /// <summary>Points to spend, zero or more.</summary>
    Points = 0,

    /// <summary>A debt of the card, zero or less. An account has at most one such lot.</summary>
    Debt = 1,
}
