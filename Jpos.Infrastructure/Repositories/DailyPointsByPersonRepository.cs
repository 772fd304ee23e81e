using Jpos.Domain.Access;

namespace Jpos.Infrastructure.Repositories;

internal sealed class DailyPointsByPersonRepository(UnitOfWorkSession session) : IDailyPointsByPerson
{
    public async Task<DailyPointsByPerson> FindToCount(string person, DateOnly day, CancellationToken cancellation)
    {
        await session.Lock(RowLocks.OfPerson(person), cancellation);
        if (await session.Find<DailyPointsByPerson>(cancellation, person, day) is { } found)
        {
            return found;
        }

        var counted = new DailyPointsByPerson(person, day);
        session.Add(counted);
        return counted;
    }
}
