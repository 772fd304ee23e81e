namespace Jpos.Domain.Webhooks;

/// <summary>
/// One event on its way to one subscription, made of an <see cref="OutboxEvent"/>. Those of one line, of a card above all, are sent one after the other, in the order of their numbers, which is that of their events.
/// </summary>
public sealed class Delivery
{
    private Delivery()
    {
    }

    /// <param name="subscriptionId">Who is told.</param>
    /// <param name="eventId">The event, the same for all who are told; unique in the host.</param>
    /// <param name="type">Its type.</param>
    /// <param name="line">What has its events sent in order: a card, or a terminal for its batches.</param>
    /// <param name="body">What is sent, JSON.</param>
    /// <param name="at">When the event was, UTC.</param>
    public Delivery(long subscriptionId, long eventId, EventTypes type, string line, string body, DateTime at)
    {
        SubscriptionId = subscriptionId;
        EventId = eventId;
        Type = type;
        OrderingKey = line;
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

    /// <summary>How often it was tried since it last began to wait.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it may be sent, UTC, if it is the first of its line.</summary>
    public DateTime NextAttemptAt { get; private set; }

    /// <summary>What became of the last attempt: a status, or why there was none; empty before the first.</summary>
    public string LastOutcome { get; private set; } = "";

    /// <summary>When the receiver took it, UTC; null if it did not.</summary>
    public DateTime? DeliveredAt { get; private set; }

    /// <summary>The receiver took it.</summary>
    public void MarkDelivered(string outcome, DateTime now)
    {
        CountAttempt(outcome);
        State = DeliveryState.Delivered;
        DeliveredAt = now;
    }

    /// <summary>The receiver did not take it.</summary>
    /// <param name="outcome">What became of the attempt.</param>
    /// <param name="again">When it is to be tried again, UTC; null for not at all.</param>
    public void MarkFailed(string outcome, DateTime? again)
    {
        CountAttempt(outcome);
        (State, NextAttemptAt) = again is { } due ? (DeliveryState.Pending, due) : (DeliveryState.DeadLettered, NextAttemptAt);
    }

    /// <summary>It is to be sent, once more or at last.</summary>
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
