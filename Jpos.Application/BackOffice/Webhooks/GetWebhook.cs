namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Returns one subscription; null if the caller sees none with this id.</summary>
public sealed record GetWebhook(Caller Caller, long Id) : Query<WebhookView?>;

public sealed class GetWebhookHandler(IWebhooks webhooks) : IRequestHandler<GetWebhook, WebhookView?>
{
    public async Task<WebhookView?> Handle(GetWebhook request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await webhooks.Find(request.Id, cancellationToken) is { } found ? WebhookView.Of(found) : null;
}
