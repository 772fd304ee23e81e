using System.Globalization;
using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Who is told of which events, without the secret.</summary>
/// <param name="Id">Unique in the host.</param>
/// <param name="Url">Where events are posted.</param>
/// <param name="Events">Which, by their names.</param>
/// <param name="IsEnabled">They are posted.</param>
/// <param name="Description">For people to read; empty for none.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="DisabledAt">When the receiver said that it is gone (410), which disabled it, UTC; null if it did not.</param>
/// <param name="PreviousSecretUntil">Until when what is sent is signed with the former secret too, UTC; null if there was none.</param>
/// <param name="Secret">What it signs with, once, in the answer that the secret was made by; null ever after.</param>
public sealed record WebhookView(
    long Id, string Url, IReadOnlyList<string> Events, bool IsEnabled, string Description, DateTime CreatedAt, DateTime? DisabledAt, DateTime? PreviousSecretUntil, string? Secret = null)
{
    public static WebhookView Of(Subscription subscription) => new(
        subscription.Id,
        subscription.Url.AbsoluteUri,
        EventNames.Of(subscription.Events),
        subscription.IsEnabled,
        subscription.Description,
        subscription.CreatedAt,
        subscription.DisabledAt,
        subscription.FormerSecretUntil);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"webhooks/{id}");
}
