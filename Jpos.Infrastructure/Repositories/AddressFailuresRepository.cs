using Jpos.Application.Ports;
using Jpos.Domain.Limits;
using Jpos.Infrastructure.Database;

namespace Jpos.Infrastructure.Repositories;

internal sealed class AddressFailuresRepository(JposDbContext db, DatabaseEngine engine) : IAddressFailures
{
    public async Task<AddressFailures?> Find(string address, CancellationToken cancellation) => await db.AddressFailures.FindAsync([address], cancellation);

    public async Task<AddressFailures?> FindToCount(string address, CancellationToken cancellation)
    {
        await engine.Lock(db, RowLocks.OfAddress(address), cancellation);
        return await Find(address, cancellation);
    }

    public void Add(AddressFailures failures) => db.AddressFailures.Add(failures);
}
