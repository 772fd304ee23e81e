using Jpos.Application.Ports;
using Jpos.Domain.Batches;
using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class BatchRepository(JposDbContext db) : IBatches
{
    public Task<Batch?> FindLatest(StoreNumber store, TerminalNumber terminal, BatchNumber number, CancellationToken cancellation) =>
        db.Batches
            .Where(batch => batch.TerminalNumber == terminal && batch.Number == number && batch.StoreNumber == store)
            .OrderByDescending(batch => batch.OpenedAt)
            .FirstOrDefaultAsync(cancellation);

    public Task<Settlement?> FindSettlement(long batchId, CancellationToken cancellation) =>
        db.Settlements.SingleOrDefaultAsync(settlement => settlement.BatchId == batchId, cancellation);

    public void Add(Settlement settlement) => db.Settlements.Add(settlement);
}
