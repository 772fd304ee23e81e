using Jpos.Domain.Stores;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>Changes a store, from the next message on.</summary>
public sealed record ChangeStore(StoreNumber Number, StoreProfile Profile) : Command<StoreView>;

public sealed class ChangeStoreHandler(StoreSteps steps) : IRequestHandler<ChangeStore, CommandResult<StoreView>>
{
    public Task<CommandResult<StoreView>> Handle(ChangeStore request, CancellationToken cancellationToken) => steps.Change(request, request.Number, store =>
    {
        store.Change(request.Profile);
        return null;
    }, cancellationToken);
}
