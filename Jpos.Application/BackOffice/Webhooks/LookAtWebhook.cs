using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>One subscription; null if there is none that the caller sees.</summary>
public sealed record LookAtWebhook(Caller Caller, long Id) : Look<WebhookView?>;

public sealed class LookAtWebhookHandler(IWebhooks webhooks) : IRequestHandler<LookAtWebhook, WebhookView?>
{
    public async Task<WebhookView?> Handle(LookAtWebhook request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await webhooks.Find(request.Id, cancellationToken) is { } found ? WebhookView.Of(found) : null;
}
