namespace Jpos.Domain.Webhooks;

/// <summary>The type of an event. A subscription has a set of types, so the values are flags.</summary>
[Flags]
public enum EventTypes
{
    None = 0,

    /// <summary>A transaction was approved that is none of the three below.</summary>
    TransactionApproved = 1,

    /// <summary>A transaction was reversed.</summary>
    TransactionReversed = 2,

    /// <summary>A consume was cancelled.</summary>
    TransactionCancelled = 4,

    /// <summary>A consume was refunded.</summary>
    TransactionRefunded = 8,

    /// <summary>A batch was settled, and both sides agree.</summary>
    BatchSettled = 16,

    /// <summary>A batch was settled, and the sides do not agree.</summary>
    BatchUnequal = 32,

    /// <summary>The state of a card changed.</summary>
    CardStateChanged = 64,
}
