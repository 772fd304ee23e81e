using Jpos.Domain.Batches;

namespace Jpos.Application.Ports;

public interface IBatches
{
    /// <summary>The latest batch with a number that a terminal opened in a store; null if there never was one.</summary>
    Task<Batch?> FindLatest(StoreNumber store, TerminalNumber terminal, BatchNumber number, CancellationToken cancellation);

    Task<Batch?> Find(long id, CancellationToken cancellation);

    /// <param name="filter">Which of them.</param>
    /// <param name="pageRequest">Which part of the list.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Batch>> List(BatchFilter filter, PageRequest<Batch> pageRequest, CancellationToken cancellation);

    /// <summary>How some batches were settled, by batch; those that were not are left out.</summary>
    Task<IReadOnlyDictionary<long, Settlement>> SettlementsOf(IEnumerable<long> batchIds, CancellationToken cancellation);

    /// <summary>How a batch was settled; null if it was not.</summary>
    Task<Settlement?> FindSettlement(long batchId, CancellationToken cancellation);

    /// <summary>The settlements of some time, by time and batch.</summary>
    /// <param name="from">From this moment on, UTC.</param>
    /// <param name="to">Up to this moment, which is not in it, UTC.</param>
    /// <param name="stores">Only of these stores; none for all.</param>
    /// <param name="after">Of the first moment, those of batches with higher ids; null for all.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<(Batch Batch, Settlement Settlement)>> Settled(DateTime from, DateTime to, IReadOnlyCollection<StoreNumber> stores, long? after, int most, CancellationToken cancellation);

    void Add(Settlement settlement);
}
