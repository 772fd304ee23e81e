namespace Jpos.Domain.Accounts;

/// <summary>The rule for an undo whose points are already spent (<see href="docs/protocol.md#4-points">protocol §4</see>, <see href="docs/protocol.md#5-endpoints">§5</see>).</summary>
public enum ShortfallPolicy
{
    /// <summary>Declines: a cancel. Points that it returns count as available.</summary>
    Decline = 0,

    /// <summary>Declines, even if the returned points would suffice: a refund cancel.</summary>
    DeclineWithoutCredit = 1,

    /// <summary>Records a debt of the card: a reversal, which must not fail.</summary>
    RecordDebt = 2,

    /// <summary>Leaves them with the member, who pays for them in cash: a refund.</summary>
    Waive = 3,
}
