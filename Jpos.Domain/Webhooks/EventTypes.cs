using Jpos.Domain.TextForms;

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

/// <summary>What events are called outside.</summary>
public static class EventNames
{
    private static readonly Dictionary<EventTypes, string> Names = new()
    {
        [EventTypes.TransactionApproved] = "transaction.approved",
        [EventTypes.TransactionReversed] = "transaction.reversed",
        [EventTypes.TransactionCancelled] = "transaction.cancelled",
        [EventTypes.TransactionRefunded] = "transaction.refunded",
        [EventTypes.BatchSettled] = "batch.settled",
        [EventTypes.BatchUnequal] = "batch.unequal",
        [EventTypes.CardStateChanged] = "card.stateChanged",
    };

    public static IReadOnlyCollection<string> All => Names.Values;

    /// <summary>The name of one.</summary>
    public static string Name(this EventTypes type) => Names.GetValueOrDefault(type, Words.Unreadable);

    /// <summary>The names of some, in the order of the values.</summary>
    public static IReadOnlyList<string> Of(EventTypes types) => [.. Words.EachOf(types).Select(Name)];

    /// <summary>Returns whether somebody who asked for some is told of one. Nobody is told by a set that cannot be read.</summary>
    public static bool Include(this EventTypes types, EventTypes one) => types >= 0 && types.HasFlag(one);

    /// <summary>The type that is called so; null if none is.</summary>
    public static EventTypes? Find(string? name) => Names.Where(known => known.Value == name).Select(known => (EventTypes?)known.Key).SingleOrDefault();
}
