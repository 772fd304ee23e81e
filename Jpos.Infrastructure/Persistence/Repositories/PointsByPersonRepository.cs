using Jpos.Application.Ports;
using Jpos.Domain.Access;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class PointsByPersonRepository(JposDbContext db, DatabaseEngine engine) : IPointsByPerson
{
    public async Task<PointsByPerson> FindToCount(string person, DateOnly day, CancellationToken cancellation)
    {
        await engine.Lock(db, Locks.OfPerson(person), cancellation);
        if (await db.PointsByPerson.FindAsync([person, day], cancellation) is { } found)
        {
            return found;
        }

        var counted = new PointsByPerson(person, day);
        db.PointsByPerson.Add(counted);
        return counted;
    }
}
