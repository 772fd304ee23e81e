using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Creates a subscription. The secret is returned once.</summary>
public sealed record CreateWebhook(SubscriptionProfile Profile) : Command<WebhookView>
{
    public override bool ReturnsSecret => true;
}

public sealed class CreateWebhookHandler(WebhookSteps webhooks, IWebhooks subscriptions, IWebhookEndpoints receivers, INumberSequence numbers, CommandAudit steps)
    : IRequestHandler<CreateWebhook, CommandResult<WebhookView>>
{
    public async Task<CommandResult<WebhookView>> Handle(CreateWebhook request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (webhooks.Refuse(request.Profile) is { } refused)
        {
            return refused;
        }

        if (await subscriptions.CountToAdd(cancellationToken) >= Subscription.Most)
        {
            return new Problem(FailureKind.Conflict, $"There are already {Subscription.Most} webhooks, which is the limit. Delete one first.");
        }

        var id = numbers.Next();
        var (secret, wrapped) = receivers.MakeSecret(id);
        var subscription = new Subscription(id, request.Profile, wrapped, steps.Now.Utc);
        subscriptions.Add(subscription);
        var view = WebhookView.Of(subscription);
        steps.Log(request, WebhookView.Subject(id), null, LoggedWebhook.Of(view));
        return CommandResult.Created(view with { Secret = secret });
    }
}
