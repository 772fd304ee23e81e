namespace Jpos.Domain.Accounts;

/// <summary>What an undoing does if the points that it has to take back are spent (protocol §4, §5).</summary>
public enum ShortfallPolicy
{
    /// <summary>It is declined: a cancel. Points that it gives back count.</summary>
    Decline = 0,

    /// <summary>It is declined even if what it gives back would do: a refund's cancel.</summary>
    DeclineWithoutCredit = 1,

    /// <summary>The card owes them: a reversal, which must not fail.</summary>
    RecordDebt = 2,

    /// <summary>They stay with the member, who pays for them in cash: a refund.</summary>
    Waive = 3,
}
