namespace Jpos.Domain.Webhooks;

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
    public static string Name(this EventTypes type) => Names.GetValueOrDefault(type, EnumNames.Unreadable);

    /// <summary>The names of some, in the order of the values.</summary>
    public static IReadOnlyList<string> Of(EventTypes types) => [.. EnumNames.FlagsOf(types).Select(Name)];

    /// <summary>Returns whether somebody who asked for some is told of one. Nobody is told by a set that cannot be read.</summary>
    public static bool Include(this EventTypes types, EventTypes one) => types >= 0 && types.HasFlag(one);

    /// <summary>The type that is called so; null if none is.</summary>
    public static EventTypes? Find(string? name) => Names.Where(known => known.Value == name).Select(known => (EventTypes?)known.Key).SingleOrDefault();
}
