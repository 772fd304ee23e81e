using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>What all changes of a subscription have in common.</summary>
public sealed class WebhookSteps(IWebhooks subscriptions, IWebhookEndpoints receivers, CommandAudit steps)
{
    public Problem? Refuse(SubscriptionProfile profile) => receivers.Refuse(profile.Url) is { } why ? new Problem(FailureKind.Invalid, why, "url") : null;

    /// <param name="command">The act.</param>
    /// <param name="id">The subscription.</param>
    /// <param name="change">Changes it, or says why not.</param>
    /// <param name="cancellation">Gives up.</param>
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
