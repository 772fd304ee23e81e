using System.Globalization;
using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Who is told of which events, without the secret.</summary>
/// <param name="Id">Unique in the host.</param>
/// <param name="Url">Where events are posted.</param>
/// <param name="Events">Which, by their names.</param>
/// <param name="IsEnabled">They are posted.</param>
/// <param name="Description">For people to read; empty for none.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="GoneAt">When the receiver said that it is gone (410), which disabled it, UTC; null if it did not.</param>
/// <param name="FormerSecretUntil">Until when what is sent is signed with the former secret too, UTC; null if there was none.</param>
/// <param name="Secret">What it signs with, once, in the answer that the secret was made by; null ever after.</param>
public sealed record WebhookView(
    long Id, string Url, IReadOnlyList<string> Events, bool IsEnabled, string Description, DateTime MadeAt, DateTime? GoneAt, DateTime? FormerSecretUntil, string? Secret = null)
{
    public static WebhookView Of(Subscription subscription) => new(
        subscription.Id,
        subscription.Url.AbsoluteUri,
        EventNames.Of(subscription.Events),
        subscription.IsEnabled,
        subscription.Description,
        subscription.MadeAt,
        subscription.GoneAt,
        subscription.FormerSecretUntil);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"webhooks/{id}");
}

/// <summary>What the audit log says of a subscription: an address may hold a password in its path or query.</summary>
/// <param name="Host">Where events are posted: host and port.</param>
/// <param name="Events">Which.</param>
/// <param name="IsEnabled">They are posted.</param>
/// <param name="Description">For people to read.</param>
/// <param name="FormerSecretUntil">Until when the former secret signs too, UTC; null if there was none.</param>
public sealed record LoggedWebhook(string Host, IReadOnlyList<string> Events, bool IsEnabled, string Description, DateTime? FormerSecretUntil)
{
    public static LoggedWebhook Of(WebhookView view) => new(new Uri(view.Url).Authority, view.Events, view.IsEnabled, view.Description, view.FormerSecretUntil);
}

/// <summary>One event on its way to one subscription.</summary>
/// <param name="Number">Its number; the later event of a card has the higher one.</param>
/// <param name="Event">The event's id, <c>webhook-id</c> of its requests.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Line">What has its events sent in order: a card by its id, or a terminal.</param>
/// <param name="At">When the event was, UTC.</param>
/// <param name="State">Whether it was taken.</param>
/// <param name="Attempts">How often it was tried since it last began to wait.</param>
/// <param name="DueAt">When it is tried next, UTC, if nothing of its line is before it; null if it does not wait.</param>
/// <param name="LastOutcome">What became of the last attempt; empty before the first.</param>
/// <param name="DeliveredAt">When it was taken, UTC; null if it was not.</param>
public sealed record DeliveryView(
    long Number, string Event, string Type, string Line, DateTime At, DeliveryState State, int Attempts, DateTime? DueAt, string LastOutcome, DateTime? DeliveredAt)
{
    public static DeliveryView Of(Delivery delivery) => new(
        delivery.Number,
        EventView.IdOf(delivery.EventId),
        delivery.Type.Name(),
        delivery.Line,
        delivery.At,
        delivery.State,
        delivery.Attempts,
        delivery.State is DeliveryState.Waiting ? delivery.DueAt : null,
        delivery.LastOutcome,
        delivery.DeliveredAt);
}

/// <summary>Deliveries that are sent again.</summary>
/// <param name="Replayed">How many.</param>
public sealed record ReplayView(int Replayed);
