using Jpos.Domain.Batches;

namespace Jpos.Application.Ports;

public interface IBatches
{
    /// <summary>Returns the latest batch with a number that a terminal opened in a store; null if there is none.</summary>
    Task<Batch?> FindLatest(StoreNumber store, TerminalNumber terminal, BatchNumber number, CancellationToken cancellation);

    Task<Batch?> Find(long id, CancellationToken cancellation);

    /// <param name="filter">The filter.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Batch>> List(BatchFilter filter, PageRequest<Batch> pageRequest, CancellationToken cancellation);

    /// <summary>Returns the settlements of some batches, by batch; unsettled batches are omitted.</summary>
    Task<IReadOnlyDictionary<long, Settlement>> SettlementsOf(IEnumerable<long> batchIds, CancellationToken cancellation);

    /// <summary>Returns the settlement of a batch; null if it is not settled.</summary>
    Task<Settlement?> FindSettlement(long batchId, CancellationToken cancellation);

    /// <summary>Returns the settlements of a period, by time and batch.</summary>
    /// <param name="from">The beginning of the period, UTC.</param>
    /// <param name="to">The end of the period, exclusive, UTC.</param>
    /// <param name="stores">Only rows of these stores; empty for all.</param>
    /// <param name="after">The cursor: at the first instant, only batches with higher ids; null for all.</param>
    /// <param name="most">The most settlements to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<(Batch Batch, Settlement Settlement)>> Settled(DateTime from, DateTime to, IReadOnlyCollection<StoreNumber> stores, long? after, int most, CancellationToken cancellation);

    void Add(Settlement settlement);
}
