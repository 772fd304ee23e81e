using Jpos.Domain.Batches;

namespace Jpos.Infrastructure.Repositories;

internal sealed class BatchRepository(UnitOfWorkSession session) : IBatches
{
    public async Task<Batch?> FindLatest(StoreNumber store, TerminalNumber terminal, BatchNumber number, CancellationToken cancellation)
    {
        return await (await session.Query<Batch>(cancellation))
            .Where(batch => batch.TerminalNumber == terminal && batch.Number == number && batch.StoreNumber == store)
            .OrderByDescending(batch => batch.OpenedAt)
            .FirstOrDefaultAsync(cancellation);
    }

    public async Task<Batch?> Find(long id, CancellationToken cancellation)
    {
        return await (await session.Query<Batch>(cancellation)).SingleOrDefaultAsync(batch => batch.Id == id, cancellation);
    }

    public async Task<IReadOnlyList<Batch>> List(BatchFilter filter, PageRequest<Batch> pageRequest, CancellationToken cancellation)
    {
        var found = (await session.Query<Batch>(cancellation)).AsNoTracking();
        found = filter.Terminal is null ? found : found.Where(batch => batch.TerminalNumber == filter.Terminal);
        found = filter.Store is null ? found : found.Where(batch => batch.StoreNumber == filter.Store);
        found = filter.Stores.Count == 0 ? found : found.Where(batch => filter.Stores.Contains(batch.StoreNumber));
        found = filter.From is null ? found : found.Where(batch => batch.OpenedAt >= filter.From);
        found = filter.To is null ? found : found.Where(batch => batch.OpenedAt < filter.To);
        var settlements = await session.Query<Settlement>(cancellation);
        found = filter.State switch
        {
            null => found,
            BatchState.Open => found.Where(batch => batch.ClosedAt == null),
            BatchState.Settled => found.Where(batch => batch.ClosedAt != null),
            _ => found.Where(batch => settlements.Any(settlement => settlement.BatchId == batch.Id && (!settlement.PointsAgree || !settlement.TicketsAgree))),
        };
        return await found.Paged(pageRequest).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyDictionary<long, Settlement>> SettlementsOf(IEnumerable<long> batchIds, CancellationToken cancellation)
    {
        var ids = batchIds.ToArray();
        return ids.Length == 0
            ? new Dictionary<long, Settlement>()
            : await (await session.Query<Settlement>(cancellation)).AsNoTracking().Where(settlement => ids.Contains(settlement.BatchId)).ToDictionaryAsync(settlement => settlement.BatchId, cancellation);
    }

    public async Task<Settlement?> FindSettlement(long batchId, CancellationToken cancellation)
    {
        return await (await session.Query<Settlement>(cancellation)).SingleOrDefaultAsync(settlement => settlement.BatchId == batchId, cancellation);
    }

    public async Task<IReadOnlyList<(Batch Batch, Settlement Settlement)>> Settled(
        DateTime from, DateTime to, IReadOnlyCollection<StoreNumber> stores, long? after, int most, CancellationToken cancellation)
    {
        var (settlements, batches) = (await session.Query<Settlement>(cancellation), await session.Query<Batch>(cancellation));
        var found =
            from settlement in settlements.AsNoTracking()
            join batch in batches.AsNoTracking() on settlement.BatchId equals batch.Id
            where settlement.SettledAt >= @from && settlement.SettledAt < to
            select new { batch, settlement };
        found = stores.Count == 0 ? found : found.Where(pair => stores.Contains(pair.batch.StoreNumber));
        found = after is null ? found : found.Where(pair => pair.settlement.SettledAt > from || pair.settlement.BatchId > after);
        var some = await found.OrderBy(pair => pair.settlement.SettledAt).ThenBy(pair => pair.settlement.BatchId).Take(most).ToListAsync(cancellation);
        return some.ConvertAll(pair => (pair.batch, pair.settlement));
    }

    public void Add(Settlement settlement) => session.Add(settlement);
}
