using Jpos.Application.Ports;
using Jpos.Domain.Limits;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class PinFailuresRepository(JposDbContext db, DatabaseEngine engine) : IPinFailures
{
    public async Task<PinFailures?> Find(string source, CancellationToken cancellation) => await db.PinFailures.FindAsync([source], cancellation);

    public async Task<PinFailures?> FindToCount(string source, CancellationToken cancellation)
    {
        await engine.Lock(db, RowLocks.OfAddress(source), cancellation);
        var found = await Find(source, cancellation);

        // Another host may have counted between the first look and the lock. What this unit counted itself stays.
        if (found is not null && db.Entry(found) is { State: EntityState.Unchanged } entry)
        {
            await entry.ReloadAsync(cancellation);
            return entry.State is EntityState.Detached ? null : found;
        }

        return found;
    }

    public void Add(PinFailures guesses) => db.PinFailures.Add(guesses);
}
