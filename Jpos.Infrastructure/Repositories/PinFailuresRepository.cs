using Jpos.Domain.Limits;

namespace Jpos.Infrastructure.Repositories;

internal sealed class PinFailuresRepository(UnitOfWorkSession session) : IPinFailures
{
    public async Task<PinFailures?> Find(string source, CancellationToken cancellation) => await session.Find<PinFailures>(cancellation, source);

    public async Task<PinFailures?> FindToCount(string source, CancellationToken cancellation)
    {
        await session.Lock(RowLocks.OfAddress(source), cancellation);

        // Another host may have counted between the first read and the lock. Counts of this unit stay.
        return await session.FindAgain<PinFailures>(cancellation, source);
    }

    public void Add(PinFailures guesses) => session.Add(guesses);
}
