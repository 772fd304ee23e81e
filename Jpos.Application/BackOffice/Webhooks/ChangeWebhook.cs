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

/// <summary>Changes a subscription. What waits is sent to where it leads then.</summary>
public sealed record ChangeWebhook(long Id, SubscriptionProfile Profile) : Act<WebhookView>;

public sealed class ChangeWebhookHandler(WebhookSteps webhooks) : IRequestHandler<ChangeWebhook, Result<WebhookView>>
{
    public Task<Result<WebhookView>> Handle(ChangeWebhook request, CancellationToken cancellationToken) => webhooks.Change(request, request.Id, subscription =>
    {
        if (webhooks.Refuse(request.Profile) is { } refused)
        {
            return refused;
        }

        subscription.Change(request.Profile);
        return WebhookView.Of(subscription);
    }, cancellationToken);
}

/// <summary>Gives a subscription a new secret, which is answered once. The one that it had signs too, for a day; until then there is no third.</summary>
public sealed record ChangeWebhookSecret(long Id) : Act<WebhookView>
{
    public override bool AnswersSecret => true;
}

public sealed class ChangeWebhookSecretHandler(WebhookSteps webhooks, IWebhookReceivers receivers, ActSteps steps) : IRequestHandler<ChangeWebhookSecret, Result<WebhookView>>
{
    public Task<Result<WebhookView>> Handle(ChangeWebhookSecret request, CancellationToken cancellationToken) => webhooks.Change(request, request.Id, subscription =>
    {
        if (subscription.IsChangingOver(steps.Now.Utc))
        {
            return new Problem(Failure.Conflict, "The former secret still signs, and the receiver may have no other one: change the secret after formerSecretUntil, or subscribe anew.");
        }

        var (secret, wrapped) = receivers.MakeSecret(subscription.Id);
        subscription.ChangeSecret(wrapped, steps.Now.Utc);
        return WebhookView.Of(subscription) with { Secret = secret };
    }, cancellationToken);
}

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
