using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Ends a subscription. What waits for it is never sent.</summary>
public sealed record RemoveWebhook(long Id) : Act<WebhookView>;

public sealed class RemoveWebhookHandler(IWebhooks subscriptions, ActSteps steps) : IRequestHandler<RemoveWebhook, Result<WebhookView>>
{
    public async Task<Result<WebhookView>> Handle(RemoveWebhook request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await subscriptions.Find(request.Id, cancellationToken) is not { } subscription)
        {
            return ActSteps.Missing;
        }

        var before = WebhookView.Of(subscription);
        if (steps.RefuseStale(request, before) is { } stale)
        {
            return stale;
        }

        subscriptions.Remove(subscription);
        steps.Log(request, WebhookView.Subject(subscription.Id), LoggedWebhook.Of(before), null);
        return before;
    }
}
