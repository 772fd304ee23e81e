using Jpos.Domain.Webhooks;

namespace Jpos.Tests.Unit.Webhooks;

/// <summary>One event, and the deliveries that are made of it.</summary>
internal sealed class OutboxEventTests
{
    [Test]
    public void Each_subscription_that_was_told_and_still_exists_gets_a_delivery()
    {
        var outbox = new OutboxEvent(9, EventTypes.BatchSettled, "card 7", "{}", Given.Utc, [1, 22, 3]);

        var deliveries = outbox.Deliveries(new HashSet<long> { 3, 22, 5 }).ToList();

        Assert.That(
            deliveries.Select(delivery => (delivery.SubscriptionId, delivery.EventId, delivery.Type, delivery.OrderingKey, delivery.Body, delivery.At)),
            Is.EqualTo([(22L, 9L, EventTypes.BatchSettled, "card 7", "{}", Given.Utc), (3L, 9L, EventTypes.BatchSettled, "card 7", "{}", Given.Utc)]));
    }

    [Test]
    public void An_event_that_nobody_is_told_of_has_no_deliveries() =>
        Assert.That(new OutboxEvent(9, EventTypes.BatchSettled, "card 7", "{}", Given.Utc, []).Deliveries(new HashSet<long> { 0, 1 }), Is.Empty);
}
