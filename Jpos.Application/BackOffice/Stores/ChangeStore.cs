using Jpos.Application.Ports;
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

/// <summary>Lets somebody sign the store's terminals on.</summary>
public sealed record EmployOperator(StoreNumber Store, OperatorNumber Number) : Act<StoreView>;

public sealed class EmployOperatorHandler(StoreSteps steps) : IRequestHandler<EmployOperator, Result<StoreView>>
{
    public Task<Result<StoreView>> Handle(EmployOperator request, CancellationToken cancellationToken) => steps.Change(request, request.Store, store =>
    {
        if (store.Employs(request.Number))
        {
            return new Problem(Failure.Conflict, "The store has an operator with this number.", "number");
        }

        store.Employ(request.Number);
        return null;
    }, cancellationToken);
}

/// <summary>Lets an operator sign no terminal on any more. Sessions that are open stay so.</summary>
public sealed record DismissOperator(StoreNumber Store, OperatorNumber Number) : Act<StoreView>;

public sealed class DismissOperatorHandler(StoreSteps steps) : IRequestHandler<DismissOperator, Result<StoreView>>
{
    public Task<Result<StoreView>> Handle(DismissOperator request, CancellationToken cancellationToken) => steps.Change(request, request.Store, store =>
    {
        if (!store.Employs(request.Number))
        {
            return ActSteps.Missing;
        }

        store.Dismiss(request.Number);
        return null;
    }, cancellationToken);
}

/// <summary>What all changes of a store have in common.</summary>
public sealed class StoreSteps(IStores stores, ActSteps steps)
{
    /// <param name="act">The act.</param>
    /// <param name="number">The store.</param>
    /// <param name="change">Changes it, or says why not.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<StoreView>> Change(Act<StoreView> act, StoreNumber number, Func<Store, Problem?> change, CancellationToken cancellation)
    {
        if (!act.Caller.Sees(number) || await stores.Find(number, cancellation) is not { } store)
        {
            return ActSteps.Missing;
        }

        var before = StoreView.Of(store);
        if (steps.RefuseStale(act, before) is { } stale)
        {
            return stale;
        }

        if (change(store) is { } problem)
        {
            return problem;
        }

        stores.Changed(store);
        return steps.Changed(act, StoreView.Subject(number), before, StoreView.Of(store));
    }
}
