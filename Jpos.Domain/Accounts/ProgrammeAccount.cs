namespace Jpos.Domain.Accounts;

/// <summary>The other side of every posting (<see href="docs/protocol.md#4-points">protocol §4</see>).</summary>
public enum ProgrammeAccount
{
    /// <summary>The source of gifts.</summary>
    Issued = 1,

    /// <summary>The target of spent points.</summary>
    Redeemed = 2,

    /// <summary>The target of expired points.</summary>
    Expired = 3,

    /// <summary>Imports and corrections.</summary>
    Adjustment = 4,

    /// <summary>The passage between two accounts that are merged. It always holds zero.</summary>
    Transfer = 5,
}
