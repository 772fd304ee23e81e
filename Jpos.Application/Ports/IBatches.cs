using Jpos.Domain.Batches;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Ports;

public interface IBatches
{
    /// <summary>The latest batch with a number that a terminal opened in a store; null if there never was one.</summary>
    Task<Batch?> FindLatest(StoreNumber store, TerminalNumber terminal, BatchNumber number, CancellationToken cancellation);
}
