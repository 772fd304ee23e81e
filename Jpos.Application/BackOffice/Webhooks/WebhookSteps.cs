using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Shared steps of the commands on a subscription.</summary>
public sealed class WebhookSteps(IWebhooks subscriptions, IWebhookEndpoints receivers, CommandAudit steps)
{
    public Problem? Refuse(SubscriptionProfile profile) => receivers.Refuse(profile.Url) is { } why ? new Problem(FailureKind.Invalid, why, "url") : null;

    /// <param name="command">The command.</param>
    /// <param name="id">The subscription's id.</param>
    /// <param name="change">Changes the subscription, or returns the problem.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<CommandResult<WebhookView>> Change(Command<WebhookView> command, long id, Func<Subscription, CommandResult<WebhookView>> change, CancellationToken cancellation)
    {
        if (command.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await subscriptions.Find(id, cancellation) is not { } subscription)
        {
            return CommandAudit.NotFound;
        }

        var before = WebhookView.Of(subscription);
        if (steps.RefuseStale(command, before) is { } stale)
        {
            return stale;
        }

        var result = change(subscription);
        if (result.Problem is null)
        {
            steps.Log(command, WebhookView.Subject(id), LoggedWebhook.Of(before), LoggedWebhook.Of(result.View!));
        }

        return result;
    }
}
