namespace Jpos.Domain.Accounts;

/// <summary>What an undoing does if the points that it has to take back are spent (protocol §4, §5).</summary>
public enum WhenShort
{
    /// <summary>It is declined: a cancel. Points that it gives back count.</summary>
    Decline = 0,

    /// <summary>It is declined even if what it gives back would do: a refund's cancel.</summary>
    DeclineBeforeGivingBack = 1,

    /// <summary>The card owes them: a reversal, which must not fail.</summary>
    Owe = 2,

    /// <summary>They stay with the member, who pays for them in cash: a refund.</summary>
    Leave = 3,
}
