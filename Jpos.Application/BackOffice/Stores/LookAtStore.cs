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
