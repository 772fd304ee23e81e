using System.Globalization;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Lists the subscriptions by id. Their events are network-wide, so a store-scoped caller sees none.</summary>
public sealed record ListWebhooks(Caller Caller, long? After, int Limit) : Query<Page<WebhookView>>;

public sealed class ListWebhooksHandler(IWebhooks webhooks) : IRequestHandler<ListWebhooks, Page<WebhookView>>
{
    public async Task<Page<WebhookView>> Handle(ListWebhooks request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<WebhookView>([], null)
        : Page.Of(await webhooks.List(request.After, request.Limit + 1, cancellationToken), request.Limit, WebhookView.Of, found => found.Id.ToString(CultureInfo.InvariantCulture));
}
