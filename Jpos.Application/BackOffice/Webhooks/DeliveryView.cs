using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>One event on its way to one subscription.</summary>
/// <param name="Number">Its number; the later event of a card has the higher one.</param>
/// <param name="Event">The event's id, <c>webhook-id</c> of its requests.</param>
/// <param name="Type">The event's type.</param>
/// <param name="OrderingKey">What has its events sent in order: a card by its id, or a terminal.</param>
/// <param name="At">When the event was, UTC.</param>
/// <param name="State">Whether it was taken.</param>
/// <param name="Attempts">How often it was tried since it last began to wait.</param>
/// <param name="NextAttemptAt">When it is tried next, UTC, if nothing of its line is before it; null if it does not wait.</param>
/// <param name="LastOutcome">What became of the last attempt; empty before the first.</param>
/// <param name="DeliveredAt">When it was taken, UTC; null if it was not.</param>
public sealed record DeliveryView(
    long Number, string Event, string Type, string OrderingKey, DateTime At, DeliveryState State, int Attempts, DateTime? NextAttemptAt, string LastOutcome, DateTime? DeliveredAt)
{
    public static DeliveryView Of(Delivery delivery) => new(
        delivery.Number,
        EventView.IdOf(delivery.EventId),
        delivery.Type.Name(),
        delivery.OrderingKey,
        delivery.At,
        delivery.State,
        delivery.Attempts,
        delivery.State is DeliveryState.Pending ? delivery.NextAttemptAt : null,
        delivery.LastOutcome,
        delivery.DeliveredAt);
}
