using Jpos.Domain.Stores;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>Shared steps of the commands on a store.</summary>
public sealed class StoreSteps(IStores stores, CommandAudit steps)
{
    /// <param name="command">The command.</param>
    /// <param name="number">The store.</param>
    /// <param name="change">Changes the store, or returns the problem.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<CommandResult<StoreView>> Change(Command<StoreView> command, StoreNumber number, Func<Store, Problem?> change, CancellationToken cancellation)
    {
        if (!command.Caller.CanSee(number) || await stores.Find(number, cancellation) is not { } store)
        {
            return CommandAudit.NotFound;
        }

        var before = StoreView.Of(store);
        if (steps.RefuseStale(command, before) is { } stale)
        {
            return stale;
        }

        if (change(store) is { } problem)
        {
            return problem;
        }

        stores.MarkChanged(store);
        return steps.RecordUpdated(command, StoreView.Subject(number), before, StoreView.Of(store));
    }
}
