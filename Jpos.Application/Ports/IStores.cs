using Jpos.Domain.Stores;

namespace Jpos.Application.Ports;

public interface IStores
{
    /// <summary>Returns the store with its operators; null if it does not exist.</summary>
    Task<Store?> Find(StoreNumber number, CancellationToken cancellation);

    /// <summary>Returns the first two distinct time zones of the given stores.</summary>
    /// <param name="only">The stores; empty for all.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<string>> TimeZones(IReadOnlyCollection<StoreNumber> only, CancellationToken cancellation);

    void Add(Store store);

    /// <summary>Marks the store as changed, even if only its operators changed. A concurrent decision on the old state then runs again.</summary>
    void MarkChanged(Store store);

    /// <summary>Returns stores with their operators.</summary>
    /// <param name="only">Only these stores; empty for all.</param>
    /// <param name="isOpen">Only open stores (true) or closed ones (false); null for both.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Store>> List(IReadOnlyCollection<StoreNumber> only, bool? isOpen, PageRequest<Store> pageRequest, CancellationToken cancellation);
}
