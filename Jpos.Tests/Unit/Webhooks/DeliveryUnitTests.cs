using Jpos.Domain.Webhooks;

namespace Jpos.Tests.Unit.Webhooks;

/// <summary>One event on its way to one subscription.</summary>
internal sealed class DeliveryUnitTests
{
    [Test]
    public void A_new_delivery_may_be_sent_at_once()
    {
        var delivery = Delivery();

        Assert.That(
            (delivery.SubscriptionId, delivery.EventId, delivery.Type, delivery.OrderingKey, delivery.Body, delivery.At, delivery.NextAttemptAt, delivery.State, delivery.Attempts, delivery.LastOutcome),
            Is.EqualTo((1L, 2L, EventTypes.BatchSettled, "card 7", "{}", Given.Utc, Given.Utc, DeliveryState.Pending, 0, "")));
    }

    [Test]
    public void A_delivery_that_the_receiver_took_is_delivered()
    {
        var delivery = Delivery();

        delivery.MarkDelivered("204", Given.Utc.AddSeconds(1));

        Assert.That((delivery.State, delivery.DeliveredAt, delivery.Attempts, delivery.LastOutcome), Is.EqualTo((DeliveryState.Delivered, (DateTime?)Given.Utc.AddSeconds(1), 1, "204")));
    }

    [Test]
    public void A_failed_delivery_is_pending_until_it_is_not_to_be_tried_again()
    {
        var delivery = Delivery();

        delivery.MarkFailed("503", Given.Utc.AddMinutes(1));
        Assert.That((delivery.State, delivery.NextAttemptAt, delivery.Attempts, delivery.LastOutcome), Is.EqualTo((DeliveryState.Pending, Given.Utc.AddMinutes(1), 1, "503")));

        delivery.MarkFailed("timeout", null);
        Assert.That((delivery.State, delivery.NextAttemptAt, delivery.Attempts, delivery.LastOutcome), Is.EqualTo((DeliveryState.DeadLettered, Given.Utc.AddMinutes(1), 2, "timeout")));
    }

    [Test]
    public void A_redelivery_begins_anew()
    {
        var delivery = Delivery();
        delivery.MarkDelivered("204", Given.Utc);

        delivery.Redeliver(Given.Utc.AddDays(1));

        Assert.That((delivery.State, delivery.Attempts, delivery.NextAttemptAt, delivery.DeliveredAt), Is.EqualTo((DeliveryState.Pending, 0, Given.Utc.AddDays(1), (DateTime?)null)));
    }

    private static Delivery Delivery() => new(1, 2, EventTypes.BatchSettled, "card 7", "{}", Given.Utc);
}
