using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class StoreRepository(JposDbContext db, UnitRows rows) : IStores
{
    public async Task<Store?> Find(StoreNumber number, CancellationToken cancellation)
    {
        if (rows.Has(number, out var known))
        {
            return known;
        }

        await rows.Look(cancellation);
        return await db.Stores.Include(store => store.Operators).SingleOrDefaultAsync(store => store.Number == number, cancellation);
    }
}
