namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>A subscription in the audit log, without the path and query of its address, which may contain a password.</summary>
/// <param name="Host">The host and port that receive the events.</param>
/// <param name="Events">The names of the events.</param>
/// <param name="IsEnabled">Whether events are sent.</param>
/// <param name="Description">A description for people.</param>
/// <param name="FormerSecretUntil">The time until which the former secret signs too, UTC; null if there is none.</param>
public sealed record LoggedWebhook(string Host, IReadOnlyList<string> Events, bool IsEnabled, string Description, DateTime? FormerSecretUntil)
{
    public static LoggedWebhook Of(WebhookView view) => new(new Uri(view.Url).Authority, view.Events, view.IsEnabled, view.Description, view.PreviousSecretUntil);
}
