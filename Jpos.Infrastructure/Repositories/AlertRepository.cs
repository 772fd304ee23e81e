using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class AlertRepository(JposDbContext db, UnitOfWorkCache rows) : IAlerts
{
    public async Task Raise(AlertKind kind, TransactionJournal about, DateTime at, CancellationToken cancellation)
    {
        await rows.Look(cancellation);
        var serial = about.Serial;
        if (!await db.Alerts.AnyAsync(alert => alert.About == serial && alert.Kind == kind, cancellation))
        {
            db.Alerts.Add(new Alert(kind, at, about));
        }
    }

    public async Task Raise(AlertKind kind, Terminal terminal, DateTime at, CancellationToken cancellation)
    {
        await rows.Look(cancellation);
        var number = terminal.Number;
        if (!await Unresolved(kind, at.AddHours(-1)).AnyAsync(alert => alert.Terminal == number, cancellation))
        {
            db.Alerts.Add(new Alert(kind, at, terminal));
        }
    }

    public async Task Raise(AlertKind kind, DateTime at, CancellationToken cancellation)
    {
        await rows.Look(cancellation);
        if (!await Unresolved(kind, at.AddHours(-1)).AnyAsync(cancellation))
        {
            db.Alerts.Add(new Alert(kind, at));
        }
    }

    public void Raise(AlertKind kind, Batch batch, DateTime at) => db.Alerts.Add(new Alert(kind, at, batch));

    public Task<Alert?> Find(long id, CancellationToken cancellation) => db.Alerts.SingleOrDefaultAsync(alert => alert.Id == id, cancellation);

    public async Task<IReadOnlyList<Alert>> List(
        AlertState state, AlertKind? kind, IReadOnlyCollection<StoreNumber> stores, PageRequest<Alert> pageRequest, CancellationToken cancellation)
    {
        var found = db.Alerts.AsNoTracking().Where(alert => alert.State == state);
        found = kind is null ? found : found.Where(alert => alert.Kind == kind);
        found = stores.Count == 0 ? found : found.Where(alert => stores.Contains(alert.Store!));
        return await found.Paged(pageRequest).ToListAsync(cancellation);
    }

    /// <summary>Alerts of a kind that were raised after a time and still call the back office.</summary>
    private IQueryable<Alert> Unresolved(AlertKind kind, DateTime since) => db.Alerts.Where(alert => alert.Kind == kind && alert.RaisedAt > since && alert.State != AlertState.Resolved);
}
