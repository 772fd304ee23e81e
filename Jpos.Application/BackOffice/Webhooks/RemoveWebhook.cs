namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Deletes a subscription. Its pending deliveries are never sent.</summary>
public sealed record RemoveWebhook(long Id) : Command<WebhookView>;

public sealed class RemoveWebhookHandler(IWebhooks subscriptions, CommandAudit steps) : IRequestHandler<RemoveWebhook, CommandResult<WebhookView>>
{
    public async Task<CommandResult<WebhookView>> Handle(RemoveWebhook request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await subscriptions.Find(request.Id, cancellationToken) is not { } subscription)
        {
            return CommandAudit.NotFound;
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
