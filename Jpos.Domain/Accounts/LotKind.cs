namespace Jpos.Domain.Accounts;

/// <summary>What a lot holds.</summary>
public enum LotKind
{
    /// <summary>Points to spend, zero or more.</summary>
    Points = 0,

    /// <summary>What the card owes: zero or less. An account has one such lot at most.</summary>
    Debt = 1,
}
