namespace Jpos.Domain.Webhooks;

/// <summary>What a subscription may be about. An event has one of them; subscriptions have any, which is why the values are flags.</summary>
[Flags]
public enum EventTypes
{
    None = 0,

    /// <summary>A transaction had its effect, and is none of the three below.</summary>
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

    /// <summary>A card may be used that might not, or the other way round.</summary>
    CardStateChanged = 64,
}
