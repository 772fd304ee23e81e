using Jpos.Domain.Batches;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Ports;

public interface IBatches
{
    /// <summary>The latest batch with a number that a terminal opened in a store; null if there never was one.</summary>
    Task<Batch?> FindLatest(StoreNumber store, TerminalNumber terminal, BatchNumber number, CancellationToken cancellation);

    /// <summary>How a batch was settled; null if it was not.</summary>
    Task<Settlement?> FindSettlement(long batchId, CancellationToken cancellation);

    void Add(Settlement settlement);
}
