using System.Globalization;
using Jpos.Application.Ports;
using Jpos.Domain.Webhooks;
using MediatR;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>One subscription; null if there is none that the caller sees.</summary>
public sealed record LookAtWebhook(Caller Caller, long Id) : Look<WebhookView?>;

public sealed class LookAtWebhookHandler(IWebhooks webhooks) : IRequestHandler<LookAtWebhook, WebhookView?>
{
    public async Task<WebhookView?> Handle(LookAtWebhook request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await webhooks.Find(request.Id, cancellationToken) is { } found ? WebhookView.Of(found) : null;
}

/// <summary>The subscriptions, sorted by id. They are told of the whole network: who is of some stores sees none of them.</summary>
public sealed record ListWebhooks(Caller Caller, long? After, int Limit) : Look<Page<WebhookView>>;

public sealed class ListWebhooksHandler(IWebhooks webhooks) : IRequestHandler<ListWebhooks, Page<WebhookView>>
{
    public async Task<Page<WebhookView>> Handle(ListWebhooks request, CancellationToken cancellationToken) => request.Caller.IsOfSomeStores
        ? new Page<WebhookView>([], null)
        : Page.Of(await webhooks.List(request.After, request.Limit + 1, cancellationToken), request.Limit, WebhookView.Of, found => found.Id.ToString(CultureInfo.InvariantCulture));
}

/// <summary>What was sent to a subscription and what is to be; null if there is none that the caller sees.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Id">The subscription.</param>
/// <param name="State">Only what is in this state; null for all.</param>
/// <param name="Slice">Which part of the list.</param>
public sealed record ListDeliveries(Caller Caller, long Id, DeliveryState? State, Slice<Delivery> Slice) : Look<Page<DeliveryView>?>
{
    /// <summary>The newest first, unless somebody wants what has waited longest.</summary>
    public static readonly Orders<Delivery> Orders = new("-time", new Sorting<Delivery>("time", RowKey.Number<Delivery>(delivery => delivery.Number)));
}

public sealed class ListDeliveriesHandler(IWebhooks webhooks) : IRequestHandler<ListDeliveries, Page<DeliveryView>?>
{
    public async Task<Page<DeliveryView>?> Handle(ListDeliveries request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await webhooks.Find(request.Id, cancellationToken) is not null
            ? Page.Of(await webhooks.Deliveries(request.Id, request.State, request.Slice, cancellationToken), request.Slice, DeliveryView.Of)
            : null;
}
