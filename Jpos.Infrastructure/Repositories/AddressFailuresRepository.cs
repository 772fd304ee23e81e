using Jpos.Domain.Limits;

namespace Jpos.Infrastructure.Repositories;

internal sealed class AddressFailuresRepository(UnitOfWorkSession session) : IAddressFailures
{
    public async Task<AddressFailures?> Find(string address, CancellationToken cancellation) => await session.Find<AddressFailures>(cancellation, address);

    public async Task<AddressFailures?> FindToCount(string address, CancellationToken cancellation)
    {
        await session.Lock(RowLocks.OfAddress(address), cancellation);
        return await Find(address, cancellation);
    }

    public void Add(AddressFailures failures) => session.Add(failures);
}
