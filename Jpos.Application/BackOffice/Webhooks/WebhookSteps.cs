using Jpos.Application.Ports;
using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>What all changes of a subscription have in common.</summary>
public sealed class WebhookSteps(IWebhooks subscriptions, IWebhookReceivers receivers, ActSteps steps)
{
    public Problem? Refuse(SubscriptionProfile profile) => receivers.Refuse(profile.Url) is { } why ? new Problem(Failure.Invalid, why, "url") : null;

    /// <param name="act">The act.</param>
    /// <param name="id">The subscription.</param>
    /// <param name="change">Changes it, or says why not.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<WebhookView>> Change(Act<WebhookView> act, long id, Func<Subscription, Result<WebhookView>> change, CancellationToken cancellation)
    {
        if (act.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await subscriptions.Find(id, cancellation) is not { } subscription)
        {
            return ActSteps.Missing;
        }

        var before = WebhookView.Of(subscription);
        if (steps.RefuseStale(act, before) is { } stale)
        {
            return stale;
        }

        var result = change(subscription);
        if (result.Problem is null)
        {
            steps.Log(act, WebhookView.Subject(id), LoggedWebhook.Of(before), LoggedWebhook.Of(result.View!));
        }

        return result;
    }
}
