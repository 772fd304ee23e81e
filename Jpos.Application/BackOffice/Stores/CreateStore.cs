using Jpos.Domain.Stores;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>Adds a store. A store-scoped caller may not.</summary>
public sealed record CreateStore(StoreNumber Number, StoreProfile Profile) : Command<StoreView>;

public sealed class CreateStoreHandler(IStores stores, CommandAudit steps) : IRequestHandler<CreateStore, CommandResult<StoreView>>
{
    public async Task<CommandResult<StoreView>> Handle(CreateStore request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await stores.Find(request.Number, cancellationToken) is not null)
        {
            return new Problem(FailureKind.Conflict, "A store with this number already exists.", "number");
        }

        var store = new Store(request.Number, request.Profile);
        stores.Add(store);
        return steps.RecordCreated(request, StoreView.Subject(store.Number), StoreView.Of(store));
    }
}
