using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;

namespace Jpos.Application.Ports;

public interface IStores
{
    /// <summary>The store with its operators; null if there is none.</summary>
    Task<Store?> Find(StoreNumber number, CancellationToken cancellation);

    void Add(Store store);

    /// <summary>The store is not what it was, if only in its operators: who decided on what it was decides again.</summary>
    void Changed(Store store);

    /// <summary>Sorted by number, each with its operators.</summary>
    /// <param name="after">Those with higher numbers; null for the first.</param>
    /// <param name="only">Only these; none for all.</param>
    /// <param name="isOpen">Only those that are open, or closed; null for both.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Store>> List(StoreNumber? after, IReadOnlyCollection<StoreNumber> only, bool? isOpen, int most, CancellationToken cancellation);
}
