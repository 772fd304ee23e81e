namespace Jpos.Application.BackOffice.Stores;

/// <summary>Returns one store; null if the caller sees none with this number.</summary>
public sealed record GetStore(Caller Caller, StoreNumber Number) : Query<StoreView?>;

public sealed class GetStoreHandler(IStores stores) : IRequestHandler<GetStore, StoreView?>
{
    public async Task<StoreView?> Handle(GetStore request, CancellationToken cancellationToken) =>
        request.Caller.CanSee(request.Number) && await stores.Find(request.Number, cancellationToken) is { } store ? StoreView.Of(store) : null;
}
