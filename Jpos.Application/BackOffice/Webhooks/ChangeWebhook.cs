using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Changes a subscription. Pending deliveries are sent to the new address.</summary>
public sealed record ChangeWebhook(long Id, SubscriptionProfile Profile) : Command<WebhookView>;

public sealed class ChangeWebhookHandler(WebhookSteps webhooks) : IRequestHandler<ChangeWebhook, CommandResult<WebhookView>>
{
    public Task<CommandResult<WebhookView>> Handle(ChangeWebhook request, CancellationToken cancellationToken) => webhooks.Change(request, request.Id, subscription =>
    {
        if (webhooks.Refuse(request.Profile) is { } refused)
        {
            return refused;
        }

        subscription.Change(request.Profile);
        return WebhookView.Of(subscription);
    }, cancellationToken);
}
