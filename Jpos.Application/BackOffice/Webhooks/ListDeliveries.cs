using Jpos.Domain.Webhooks;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Lists the deliveries of a subscription; null if the caller sees no such subscription.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Id">The subscription's id.</param>
/// <param name="State">Only deliveries in this state; null for all.</param>
/// <param name="PageRequest">The requested page.</param>
public sealed record ListDeliveries(Caller Caller, long Id, DeliveryState? State, PageRequest<Delivery> PageRequest) : Query<Page<DeliveryView>?>
{
    /// <summary>The newest first by default; ascending order shows those that have waited longest.</summary>
    public static readonly SortOrders<Delivery> SortOrders = new("-time", new SortField<Delivery>("time", SortKey.Number<Delivery>(delivery => delivery.Number)));
}

public sealed class ListDeliveriesHandler(IWebhooks webhooks) : IRequestHandler<ListDeliveries, Page<DeliveryView>?>
{
    public async Task<Page<DeliveryView>?> Handle(ListDeliveries request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await webhooks.Find(request.Id, cancellationToken) is not null
            ? Page.Of(await webhooks.Deliveries(request.Id, request.State, request.PageRequest, cancellationToken), request.PageRequest, DeliveryView.Of)
            : null;
}
