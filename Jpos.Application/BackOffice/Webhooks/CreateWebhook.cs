using Jpos.Application.Ports;
using Jpos.Domain.Journal;
using Jpos.Domain.Webhooks;
using MediatR;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Subscribes to events. The secret is answered once.</summary>
public sealed record CreateWebhook(SubscriptionProfile Profile) : Act<WebhookView>
{
    public override bool AnswersSecret => true;
}

public sealed class CreateWebhookHandler(WebhookSteps webhooks, IWebhooks subscriptions, IWebhookReceivers receivers, ISerialNumbers numbers, ActSteps steps)
    : IRequestHandler<CreateWebhook, Result<WebhookView>>
{
    public async Task<Result<WebhookView>> Handle(CreateWebhook request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (webhooks.Refuse(request.Profile) is { } refused)
        {
            return refused;
        }

        if (await subscriptions.CountToAdd(cancellationToken) >= Subscription.Most)
        {
            return new Problem(Failure.Conflict, $"There are {Subscription.Most} webhooks, and no more are allowed. Delete one that is not needed.");
        }

        var id = numbers.Next();
        var (secret, wrapped) = receivers.MakeSecret(id);
        var subscription = new Subscription(id, request.Profile, wrapped, steps.Now.Utc);
        subscriptions.Add(subscription);
        var view = WebhookView.Of(subscription);
        steps.Log(request, WebhookView.Subject(id), null, LoggedWebhook.Of(view));
        return Result.New(view with { Secret = secret });
    }
}
