using Jpos.Domain;
using Jpos.Domain.Journal;

namespace Jpos.Infrastructure.Repositories;

internal sealed class JournalQueryRepository(UnitOfWorkSession session) : IJournalQueries
{
    public async Task<IReadOnlyList<TransactionJournal>> OfBatch(long batchId, EntryStatus? status, SerialNumber? after, int most, CancellationToken cancellation)
    {
        var found = (await session.Query<TransactionJournal>(cancellation)).AsNoTracking().Where(entry => entry.BatchId == batchId);
        found = status is null ? found : found.Where(entry => entry.Status == status);
        found = after is null ? found : found.Where(entry => (long)(object)entry.Serial > after.Value);
        return await found.OrderBy(entry => entry.Serial).Take(most).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<TransactionJournal>> List(JournalFilter filter, PageRequest<TransactionJournal> pageRequest, CancellationToken cancellation)
    {
        var found = (await session.Query<TransactionJournal>(cancellation)).AsNoTracking();
        found = filter.CardId is null ? found : found.Where(entry => entry.CardId == filter.CardId);
        found = filter.BatchId is null ? found : found.Where(entry => entry.BatchId == filter.BatchId);
        found = filter.Terminal is null ? found : found.Where(entry => entry.Terminal == filter.Terminal);
        found = filter.Store is null ? found : found.Where(entry => entry.Store == filter.Store);
        found = filter.Stores.Count == 0 ? found : found.Where(entry => filter.Stores.Contains(entry.Store!));
        found = filter.Status is null ? found : found.Where(entry => entry.Status == filter.Status);
        found = filter.Operation is null ? found : found.Where(entry => entry.Operation == filter.Operation);
        found = filter.From is null ? found : found.Where(entry => entry.At >= filter.From);
        found = filter.To is null ? found : found.Where(entry => entry.At < filter.To);
        return await found.Paged(pageRequest).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<TransactionJournal>> Movements(long accountId, DateTime? from, DateTime? to, TimeCursor? after, int most, CancellationToken cancellation)
    {
        var found = (await session.Query<TransactionJournal>(cancellation)).AsNoTracking().Where(entry => entry.AccountId == accountId && (entry.Postings.Any() || entry.TicketMovements.Any()));
        found = from is null ? found : found.Where(entry => entry.At >= from);
        found = to is null ? found : found.Where(entry => entry.At < to);
        found = after is null ? found : found.Where(entry => entry.At >= after.At && (entry.At > after.At || (long)(object)entry.Serial > after.Number));
        return await found
            .OrderBy(entry => entry.At)
            .ThenBy(entry => entry.Serial)
            .Take(most)
            .Include(entry => entry.Postings)
            .Include(entry => entry.TicketMovements)
            .AsSplitQuery()
            .ToListAsync(cancellation);
    }

    public async Task<Points> Moved(long accountId, TimeCursor after, CancellationToken cancellation) => Points.FromHundredths(await (await session.Query<TransactionJournal>(cancellation))
        .Where(entry => entry.AccountId == accountId && entry.At >= after.At && (entry.At > after.At || (long)(object)entry.Serial > after.Number))
        .SelectMany(entry => entry.Postings)
        .SumAsync(posting => (long)(object)posting.Amount, cancellation));

    public async Task<IReadOnlyList<TransactionJournal>> Between(
        DateTime from, DateTime to, IReadOnlyCollection<StoreNumber> stores, TerminalNumber? terminal, SerialNumber? after, int most, CancellationToken cancellation)
    {
        var found = Within((await session.Query<TransactionJournal>(cancellation)).AsNoTracking(), from, to, after);
        found = stores.Count == 0 ? found : found.Where(entry => stores.Contains(entry.Store!));
        found = terminal is null ? found : found.Where(entry => entry.Terminal == terminal);
        return await found.OrderBy(entry => entry.At).ThenBy(entry => entry.Serial).Take(most).ToListAsync(cancellation);
    }

    public async Task<Points> MovedBefore(long accountId, DateTime before, CancellationToken cancellation) => Points.FromHundredths(await (await session.Query<TransactionJournal>(cancellation))
        .Where(entry => entry.AccountId == accountId && entry.At < before)
        .SelectMany(entry => entry.Postings)
        .SumAsync(posting => (long)(object)posting.Amount, cancellation));

    // The first condition uses the index; the second one removes entries of the previous page.
    private static IQueryable<TransactionJournal> Within(IQueryable<TransactionJournal> journal, DateTime from, DateTime to, SerialNumber? after)
    {
        var found = journal.Where(entry => entry.At >= from && entry.At < to);
        return after is null ? found : found.Where(entry => entry.At > from || (long)(object)entry.Serial > after.Value);
    }
}
