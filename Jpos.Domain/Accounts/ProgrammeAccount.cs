namespace Jpos.Domain.Accounts;

/// <summary>The programme's side of every posting (protocol §4).</summary>
public enum ProgrammeAccount
{
    /// <summary>Gifts come from here.</summary>
    Issued = 1,

    /// <summary>Points spent go here.</summary>
    Redeemed = 2,

    /// <summary>Points that expired go here.</summary>
    Expired = 3,

    /// <summary>Imports and corrections.</summary>
    Adjustment = 4,
}
