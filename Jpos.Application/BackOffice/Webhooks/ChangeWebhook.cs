using Jpos.Domain.Webhooks;
using MediatR;

namespace Jpos.Application.BackOffice.Webhooks;

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
