namespace Jpos.Application.BackOffice.Stores;

/// <summary>One store; null if there is none that the caller sees.</summary>
public sealed record GetStore(Caller Caller, StoreNumber Number) : Query<StoreView?>;

public sealed class GetStoreHandler(IStores stores) : IRequestHandler<GetStore, StoreView?>
{
    public async Task<StoreView?> Handle(GetStore request, CancellationToken cancellationToken) =>
        request.Caller.CanSee(request.Number) && await stores.Find(request.Number, cancellationToken) is { } store ? StoreView.Of(store) : null;
}
