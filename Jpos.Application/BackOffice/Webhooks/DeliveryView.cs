using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>A delivery: one event for one subscription.</summary>
/// <param name="Number">The number; later events of a card have higher ones.</param>
/// <param name="Event">The event's id, <c>webhook-id</c> of its requests.</param>
/// <param name="Type">The name of the event.</param>
/// <param name="OrderingKey">The ordering key: a card's id, or a terminal. Deliveries with the same key are sent in order.</param>
/// <param name="At">The time of the event, UTC.</param>
/// <param name="State">The state of the delivery.</param>
/// <param name="Attempts">The number of attempts since the delivery last became pending.</param>
/// <param name="NextAttemptAt">The time of the next attempt, UTC, unless an earlier delivery with the same ordering key is pending. Null if no attempt is due.</param>
/// <param name="LastOutcome">The result of the last attempt; empty before the first.</param>
/// <param name="DeliveredAt">The time at which the receiver accepted the event, UTC; null before.</param>
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
