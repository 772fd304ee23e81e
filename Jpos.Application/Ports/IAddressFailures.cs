using Jpos.Domain.Limits;

namespace Jpos.Application.Ports;

public interface IAddressFailures
{
    /// <summary>What is counted for an address; a new count if there is none.</summary>
    Task<AddressFailures> Of(string address, DateTime now, CancellationToken cancellation);
}
