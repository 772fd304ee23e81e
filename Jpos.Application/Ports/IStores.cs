using Jpos.Domain.Stores;

namespace Jpos.Application.Ports;

public interface IStores
{
    /// <summary>The store with its operators; null if there is none.</summary>
    Task<Store?> Find(StoreNumber number, CancellationToken cancellation);

    /// <summary>The time zones of some stores, each once, the first two of them.</summary>
    /// <param name="only">The stores; none for all.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<string>> TimeZones(IReadOnlyCollection<StoreNumber> only, CancellationToken cancellation);

    void Add(Store store);

    /// <summary>The store is not what it was, if only in its operators: who decided on what it was decides again.</summary>
    void MarkChanged(Store store);

    /// <summary>Each with its operators.</summary>
    /// <param name="only">Only these; none for all.</param>
    /// <param name="isOpen">Only those that are open, or closed; null for both.</param>
    /// <param name="pageRequest">Which part of the list.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Store>> List(IReadOnlyCollection<StoreNumber> only, bool? isOpen, PageRequest<Store> pageRequest, CancellationToken cancellation);
}
