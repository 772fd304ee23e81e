using Jpos.Application.Ports;
using Jpos.Domain.Limits;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class AddressFailuresRepository(JposDbContext db) : IAddressFailures
{
    public async Task<AddressFailures> Of(string address, DateTime now, CancellationToken cancellation) =>
        await db.AddressFailures.FindAsync([address], cancellation) ?? db.AddressFailures.Add(new AddressFailures(address, now)).Entity;
}
