using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Database;

namespace Jpos.Infrastructure.Repositories;

internal sealed class DailyPointsByPersonRepository(JposDbContext db, DatabaseEngine engine) : IDailyPointsByPerson
{
    public async Task<DailyPointsByPerson> FindToCount(string person, DateOnly day, CancellationToken cancellation)
    {
        await engine.Lock(db, RowLocks.OfPerson(person), cancellation);
        if (await db.DailyPointsByPerson.FindAsync([person, day], cancellation) is { } found)
        {
            return found;
        }

        var counted = new DailyPointsByPerson(person, day);
        db.DailyPointsByPerson.Add(counted);
        return counted;
    }
}
