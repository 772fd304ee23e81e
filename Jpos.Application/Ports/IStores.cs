using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;

namespace Jpos.Application.Ports;

public interface IStores
{
    /// <summary>The store with its operators; null if there is none.</summary>
    Task<Store?> Find(StoreNumber number, CancellationToken cancellation);
}
