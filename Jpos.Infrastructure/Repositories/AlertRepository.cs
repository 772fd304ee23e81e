using Jpos.Domain;
using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Repositories;

internal sealed class AlertRepository(UnitOfWorkSession session) : IAlerts
{
    public async Task Raise(AlertKind kind, TransactionJournal about, DateTime at, CancellationToken cancellation)
    {
        var serial = about.Serial;
        if (!await (await session.Query<Alert>(cancellation)).AnyAsync(alert => alert.About == serial && alert.Kind == kind, cancellation))
        {
            session.Add(new Alert(kind, at, about));
        }
    }

    public async Task Raise(AlertKind kind, Terminal terminal, DateTime at, CancellationToken cancellation)
    {
        var number = terminal.Number;
        if (!await (await Unresolved(kind, at.AddHours(-1), cancellation)).AnyAsync(alert => alert.Terminal == number, cancellation))
        {
            session.Add(new Alert(kind, at, terminal));
        }
    }

    public async Task Raise(AlertKind kind, DateTime at, CancellationToken cancellation)
    {
        if (!await (await Unresolved(kind, at.AddHours(-1), cancellation)).AnyAsync(cancellation))
        {
            session.Add(new Alert(kind, at));
        }
    }

    public void Raise(AlertKind kind, Batch batch, DateTime at) => session.Add(new Alert(kind, at, batch));

    public async Task<Alert?> Find(long id, CancellationToken cancellation) => await (await session.Query<Alert>(cancellation)).SingleOrDefaultAsync(alert => alert.Id == id, cancellation);

    public async Task<IReadOnlyList<Alert>> List(
        AlertState state, AlertKind? kind, IReadOnlyCollection<StoreNumber> stores, PageRequest<Alert> pageRequest, CancellationToken cancellation)
    {
        var found = (await session.Query<Alert>(cancellation)).AsNoTracking().Where(alert => alert.State == state);
        found = kind is null ? found : found.Where(alert => alert.Kind == kind);
        found = stores.Count == 0 ? found : found.Where(alert => stores.Contains(alert.Store!));
        return await found.Paged(pageRequest).ToListAsync(cancellation);
    }

    /// <summary>Returns the unresolved alerts of a kind that were raised after a given time.</summary>
    private async ValueTask<IQueryable<Alert>> Unresolved(AlertKind kind, DateTime since, CancellationToken cancellation) =>
        (await session.Query<Alert>(cancellation)).Where(alert => alert.Kind == kind && alert.RaisedAt > since && alert.State != AlertState.Resolved);
}
