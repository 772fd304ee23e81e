using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class StoreRepository(JposDbContext db) : IStores
{
    public Task<Store?> Find(StoreNumber number, CancellationToken cancellation) =>
        db.Stores.Include(store => store.Operators).SingleOrDefaultAsync(store => store.Number == number, cancellation);
}
