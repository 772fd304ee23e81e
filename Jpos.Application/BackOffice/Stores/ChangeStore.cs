using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using MediatR;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>Changes a store, from the next message on.</summary>
public sealed record ChangeStore(StoreNumber Number, StoreProfile Profile) : Act<StoreView>;

public sealed class ChangeStoreHandler(StoreSteps steps) : IRequestHandler<ChangeStore, Result<StoreView>>
{
    public Task<Result<StoreView>> Handle(ChangeStore request, CancellationToken cancellationToken) => steps.Change(request, request.Number, store =>
    {
        store.Change(request.Profile);
        return null;
    }, cancellationToken);
}
