namespace Jpos.Domain.Webhooks;

/// <summary>
/// An event, written once with its effect, for any number of subscriptions. The dispatcher makes a <see cref="Delivery"/> for each of them, and removes it. Events with the same ordering key are numbered in the order of their effects, because a transaction locks its card until it commits.
/// </summary>
public sealed class OutboxEvent
{
    /// <summary>Enough for the ids of all possible subscriptions.</summary>
    public const int LongestSubscribers = Subscription.Most * 20;

    private OutboxEvent()
    {
    }

    /// <param name="eventId">The event; unique in the host.</param>
    /// <param name="type">Its type.</param>
    /// <param name="orderingKey">The ordering key: a card, or a terminal for its batches.</param>
    /// <param name="body">The JSON to send.</param>
    /// <param name="at">When the event happened, UTC.</param>
    /// <param name="subscribers">The subscriptions that get it.</param>
    public OutboxEvent(long eventId, EventTypes type, string orderingKey, string body, DateTime at, IEnumerable<long> subscribers)
    {
        EventId = eventId;
        Type = type;
        OrderingKey = orderingKey;
        Body = body;
        At = at;
        Subscribers = string.Join(',', subscribers);
    }

    public long Number { get; private set; }

    public long EventId { get; private set; }

    public EventTypes Type { get; private set; }

    public string OrderingKey { get; private set; } = "";

    public string Body { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>The ids of the subscriptions that get it: those that wanted it when it was written.</summary>
    public string Subscribers { get; private set; } = "";

    /// <summary>Makes a delivery for each of these subscriptions that still exists. An unreadable id is skipped.</summary>
    public IEnumerable<Delivery> Deliveries(IReadOnlySet<long> existing) => Subscribers.Split(',')
        .Where(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && existing.Contains(id))
        .Select(text => new Delivery(long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), EventId, Type, OrderingKey, Body, At));
}
