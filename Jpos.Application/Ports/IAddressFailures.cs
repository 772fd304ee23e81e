using Jpos.Domain.Limits;

namespace Jpos.Application.Ports;

public interface IAddressFailures
{
    /// <summary>What is counted for an address; null if nothing is.</summary>
    Task<AddressFailures?> Find(string address, CancellationToken cancellation);

    /// <summary>As <see cref="Find"/>, to count another one: nobody else counts for the address until the unit of work ends.</summary>
    Task<AddressFailures?> FindToCount(string address, CancellationToken cancellation);

    void Add(AddressFailures failures);
}
