using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>What was sent to a subscription and what is to be; null if there is none that the caller sees.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Id">The subscription.</param>
/// <param name="State">Only what is in this state; null for all.</param>
/// <param name="PageRequest">Which part of the list.</param>
public sealed record ListDeliveries(Caller Caller, long Id, DeliveryState? State, PageRequest<Delivery> PageRequest) : Query<Page<DeliveryView>?>
{
    /// <summary>The newest first, unless somebody wants what has waited longest.</summary>
    public static readonly SortOrders<Delivery> SortOrders = new("-time", new SortField<Delivery>("time", SortKey.Number<Delivery>(delivery => delivery.Number)));
}

public sealed class ListDeliveriesHandler(IWebhooks webhooks) : IRequestHandler<ListDeliveries, Page<DeliveryView>?>
{
    public async Task<Page<DeliveryView>?> Handle(ListDeliveries request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await webhooks.Find(request.Id, cancellationToken) is not null
            ? Page.Of(await webhooks.Deliveries(request.Id, request.State, request.PageRequest, cancellationToken), request.PageRequest, DeliveryView.Of)
            : null;
}
