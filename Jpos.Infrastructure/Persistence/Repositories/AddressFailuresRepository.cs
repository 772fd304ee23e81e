using Jpos.Application.Ports;
using Jpos.Domain.Limits;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class AddressFailuresRepository(JposDbContext db) : IAddressFailures
{
    public async Task<AddressFailures?> Find(string address, CancellationToken cancellation) => await db.AddressFailures.FindAsync([address], cancellation);

    public void Add(AddressFailures failures) => db.AddressFailures.Add(failures);
}
