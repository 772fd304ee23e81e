using Jpos.Application.Ports;
using Jpos.Domain.Limits;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class PinGuessesRepository(JposDbContext db, DatabaseEngine engine) : IPinGuesses
{
    public async Task<PinGuesses?> Find(string source, CancellationToken cancellation) => await db.PinGuesses.FindAsync([source], cancellation);

    public async Task<PinGuesses?> FindToCount(string source, CancellationToken cancellation)
    {
        await engine.Lock(db, Locks.OfAddress(source), cancellation);
        var found = await Find(source, cancellation);

        // Another host may have counted between the first look and the lock. What this unit counted itself stays.
        if (found is not null && db.Entry(found) is { State: EntityState.Unchanged } entry)
        {
            await entry.ReloadAsync(cancellation);
            return entry.State is EntityState.Detached ? null : found;
        }

        return found;
    }

    public void Add(PinGuesses guesses) => db.PinGuesses.Add(guesses);
}
