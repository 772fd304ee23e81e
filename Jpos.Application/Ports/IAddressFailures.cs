using Jpos.Domain.Limits;

namespace Jpos.Application.Ports;

public interface IAddressFailures
{
    /// <summary>What is counted for an address; null if nothing is.</summary>
    Task<AddressFailures?> Find(string address, CancellationToken cancellation);

    void Add(AddressFailures failures);
}
