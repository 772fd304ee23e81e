namespace Jpos.Domain.Webhooks;

/// <summary>The public names of events.</summary>
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

    /// <summary>Returns the name of an event type.</summary>
    public static string Name(this EventTypes type) => Names.GetValueOrDefault(type, EnumNames.Unreadable);

    /// <summary>Returns the names of some event types, in the order of their values.</summary>
    public static IReadOnlyList<string> Of(EventTypes types) => [.. EnumNames.FlagsOf(types).Select(Name)];

    /// <summary>Returns whether a set includes a type. A set that cannot be read includes none.</summary>
    public static bool Include(this EventTypes types, EventTypes one) => types >= 0 && types.HasFlag(one);

    /// <summary>Returns the type with a name; null if there is none.</summary>
    public static EventTypes? Find(string? name) => Names.Where(known => known.Value == name).Select(known => (EventTypes?)known.Key).SingleOrDefault();
}
