namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>What the audit log says of a subscription: an address may hold a password in its path or query.</summary>
/// <param name="Host">Where events are posted: host and port.</param>
/// <param name="Events">Which.</param>
/// <param name="IsEnabled">They are posted.</param>
/// <param name="Description">For people to read.</param>
/// <param name="FormerSecretUntil">Until when the former secret signs too, UTC; null if there was none.</param>
public sealed record LoggedWebhook(string Host, IReadOnlyList<string> Events, bool IsEnabled, string Description, DateTime? FormerSecretUntil)
{
    public static LoggedWebhook Of(WebhookView view) => new(new Uri(view.Url).Authority, view.Events, view.IsEnabled, view.Description, view.PreviousSecretUntil);
}
