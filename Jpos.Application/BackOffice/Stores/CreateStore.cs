using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using MediatR;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>Adds a store. Only who sees all stores may.</summary>
public sealed record CreateStore(StoreNumber Number, StoreProfile Profile) : Act<StoreView>;

public sealed class CreateStoreHandler(IStores stores, ActSteps steps) : IRequestHandler<CreateStore, Result<StoreView>>
{
    public async Task<Result<StoreView>> Handle(CreateStore request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await stores.Find(request.Number, cancellationToken) is not null)
        {
            return new Problem(Failure.Conflict, "There is a store with this number.", "number");
        }

        var store = new Store(request.Number, request.Profile);
        stores.Add(store);
        return steps.Made(request, StoreView.Subject(store.Number), StoreView.Of(store));
    }
}
