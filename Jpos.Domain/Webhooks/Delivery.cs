namespace Jpos.Domain.Webhooks;

/// <summary>
/// One event for one subscription, made from an <see cref="OutboxEvent"/>. Deliveries with the same ordering key are sent one after the other, in the order of their numbers, which is that of their events.
/// </summary>
public sealed class Delivery
{
    private Delivery()
    {
    }

    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="eventId">The event, the same for all subscriptions; unique in the host.</param>
    /// <param name="type">The type of the event.</param>
    /// <param name="orderingKey">The ordering key: a card, or a terminal for its batches.</param>
    /// <param name="body">The JSON to send.</param>
    /// <param name="at">When the event happened, UTC.</param>
    public Delivery(long subscriptionId, long eventId, EventTypes type, string orderingKey, string body, DateTime at)
    {
        SubscriptionId = subscriptionId;
        EventId = eventId;
        Type = type;
        OrderingKey = orderingKey;
        Body = body;
        At = at;
        NextAttemptAt = at;
    }

    public long Number { get; private set; }

    public long SubscriptionId { get; private set; }

    public long EventId { get; private set; }

    public EventTypes Type { get; private set; }

    public string OrderingKey { get; private set; } = "";

    public string Body { get; private set; } = "";

    public DateTime At { get; private set; }

    public DeliveryState State { get; private set; }

    /// <summary>The attempts since it was last made pending.</summary>
    public int Attempts { get; private set; }

    /// <summary>The time from which it may be sent, UTC, if it is the first of its ordering key.</summary>
    public DateTime NextAttemptAt { get; private set; }

    /// <summary>The result of the last attempt: an HTTP status, or why there was none; empty before the first.</summary>
    public string LastOutcome { get; private set; } = "";

    /// <summary>The time at which the receiver accepted it, UTC; null if it has not.</summary>
    public DateTime? DeliveredAt { get; private set; }

    /// <summary>Records that the receiver accepted it.</summary>
    public void MarkDelivered(string outcome, DateTime now)
    {
        CountAttempt(outcome);
        State = DeliveryState.Delivered;
        DeliveredAt = now;
    }

    /// <summary>Records that the receiver did not accept it.</summary>
    /// <param name="outcome">The result of the attempt.</param>
    /// <param name="again">When to retry, UTC; null for no retry.</param>
    public void MarkFailed(string outcome, DateTime? again)
    {
        CountAttempt(outcome);
        (State, NextAttemptAt) = again is { } due ? (DeliveryState.Pending, due) : (DeliveryState.DeadLettered, NextAttemptAt);
    }

    /// <summary>Makes it pending again, to be sent at once.</summary>
    public void Redeliver(DateTime now)
    {
        State = DeliveryState.Pending;
        Attempts = 0;
        NextAttemptAt = now;
        DeliveredAt = null;
    }

    private void CountAttempt(string outcome)
    {
        Attempts++;
        LastOutcome = outcome;
    }
}
