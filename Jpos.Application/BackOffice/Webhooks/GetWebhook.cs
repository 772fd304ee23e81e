namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>One subscription; null if there is none that the caller sees.</summary>
public sealed record GetWebhook(Caller Caller, long Id) : Query<WebhookView?>;

public sealed class GetWebhookHandler(IWebhooks webhooks) : IRequestHandler<GetWebhook, WebhookView?>
{
    public async Task<WebhookView?> Handle(GetWebhook request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await webhooks.Find(request.Id, cancellationToken) is { } found ? WebhookView.Of(found) : null;
}
