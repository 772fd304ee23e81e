using Jpos.Domain.Limits;

namespace Jpos.Application.Ports;

public interface IAddressFailures
{
    /// <summary>Returns the failures of an address; null if there are none.</summary>
    Task<AddressFailures?> Find(string address, CancellationToken cancellation);

    /// <summary>Returns the same as <see cref="Find"/> in order to count a failure. The address is locked until the unit of work ends.</summary>
    Task<AddressFailures?> FindToCount(string address, CancellationToken cancellation);

    void Add(AddressFailures failures);
}
