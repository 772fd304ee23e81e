namespace Jpos.Domain.Webhooks;

/// <summary>
/// One event, written once with the effect that it tells of, however many subscriptions are told. The courier makes a <see cref="Delivery"/> of it for each of them, and removes it. Those of one line, of a card above all, have numbers in the order of their effects, since whoever has an effect on a card holds it until the effect is there.
/// </summary>
public sealed class OutboxEvent
{
    /// <summary>Enough for the ids of all subscriptions that there may be.</summary>
    public const int LongestSubscribers = Subscription.Most * 20;

    private OutboxEvent()
    {
    }

    /// <param name="eventId">The event; unique in the host.</param>
    /// <param name="type">Its type.</param>
    /// <param name="line">What has its events sent in order: a card, or a terminal for its batches.</param>
    /// <param name="body">What is sent, JSON.</param>
    /// <param name="at">When the event was, UTC.</param>
    /// <param name="subscribers">The subscriptions that are told.</param>
    public OutboxEvent(long eventId, EventTypes type, string line, string body, DateTime at, IEnumerable<long> subscribers)
    {
        EventId = eventId;
        Type = type;
        OrderingKey = line;
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

    /// <summary>The ids of the subscriptions that are told: those that wanted it when it was written.</summary>
    public string Subscribers { get; private set; } = "";

    /// <summary>Makes a delivery for each subscription that is told and still exists. An id that cannot be read is nobody's.</summary>
    public IEnumerable<Delivery> Deliveries(IReadOnlySet<long> existing) => Subscribers.Split(',')
        .Where(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && existing.Contains(id))
        .Select(text => new Delivery(long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), EventId, Type, OrderingKey, Body, At));
}
