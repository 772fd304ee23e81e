using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;

namespace Jpos.Application.BackOffice.Stores;

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
