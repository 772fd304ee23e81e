using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>One store; null if there is none that the caller sees.</summary>
public sealed record LookAtStore(Caller Caller, StoreNumber Number) : Look<StoreView?>;

public sealed class LookAtStoreHandler(IStores stores) : IRequestHandler<LookAtStore, StoreView?>
{
    public async Task<StoreView?> Handle(LookAtStore request, CancellationToken cancellationToken) =>
        request.Caller.Sees(request.Number) && await stores.Find(request.Number, cancellationToken) is { } store ? StoreView.Of(store) : null;
}

/// <summary>The stores that the caller sees, sorted by number.</summary>
public sealed record ListStores(Caller Caller, StoreNumber? After, bool? IsOpen, int Limit) : Look<Page<StoreView>>;

public sealed class ListStoresHandler(IStores stores) : IRequestHandler<ListStores, Page<StoreView>>
{
    public async Task<Page<StoreView>> Handle(ListStores request, CancellationToken cancellationToken) => Page.Of(
        await stores.List(request.After, request.Caller.Stores, request.IsOpen, request.Limit + 1, cancellationToken), request.Limit, StoreView.Of, store => store.Number.Value);
}
