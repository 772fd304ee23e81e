using System.Globalization;
using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>A subscription without its secret.</summary>
/// <param name="Id">The id, unique in the host.</param>
/// <param name="Url">The address that receives the events.</param>
/// <param name="Events">The names of the events.</param>
/// <param name="IsEnabled">Whether events are sent.</param>
/// <param name="Description">A description for people; empty if none.</param>
/// <param name="CreatedAt">The time at which the subscription was created, UTC.</param>
/// <param name="DisabledAt">The time at which the receiver answered 410 (Gone), which disabled the subscription, UTC; null if it did not.</param>
/// <param name="PreviousSecretUntil">The time until which the former secret signs too, UTC; null if there is none.</param>
/// <param name="Secret">The secret, in the answer to its creation or rotation only; null in every other answer.</param>
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
