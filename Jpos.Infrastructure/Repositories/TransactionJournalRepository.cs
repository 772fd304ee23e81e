using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;

namespace Jpos.Infrastructure.Repositories;

internal sealed class TransactionJournalRepository(UnitOfWorkSession session, UnitOfWorkCache cache) : ITransactionJournal
{
    public async Task<(TransactionJournal? Original, TransactionJournal? Reversal)> FindKey(long batchId, TraceNumber trace, CancellationToken cancellation)
    {
        if (cache.EntriesUnder(batchId, trace) is not { } entries)
        {
            entries = await (await session.Query<TransactionJournal>(cancellation)).Where(entry => entry.BatchId == batchId && entry.Trace == trace).ToListAsync(cancellation);
        }

        return (entries.Find(entry => !entry.IsReversal), entries.Find(entry => entry.IsReversal));
    }

    public async Task<TransactionJournal?> Find(SerialNumber serial, CancellationToken cancellation)
    {
        return await (await session.Query<TransactionJournal>(cancellation)).SingleOrDefaultAsync(entry => entry.Serial == serial, cancellation);
    }

    public async Task<TransactionFamily> Family(SerialNumber root, CancellationToken cancellation)
    {
        return new TransactionFamily(await (await session.Query<TransactionJournal>(cancellation))
            .Include(entry => entry.Postings)
            .Include(entry => entry.TicketMovements)
            .AsSplitQuery()
            .Where(entry => entry.Root == root)
            .OrderBy(entry => entry.At)
            .ThenBy(entry => entry.Serial)
            .ToListAsync(cancellation));
    }

    public async Task<IReadOnlyDictionary<long, Points>> Expired(IEnumerable<long> lotIds, CancellationToken cancellation)
    {
        var named = lotIds.ToArray();
        var postings = await (await session.Query<Posting>(cancellation)).Where(posting => posting.Programme == ProgrammeAccount.Expired && named.Contains(posting.LotId)).ToListAsync(cancellation);
        return postings.GroupBy(posting => posting.LotId, posting => -posting.Amount).ToDictionary(lot => lot.Key, lot => lot.Sum());
    }

    public async Task<int> CountConsumes(long accountId, DateOnly businessDay, CancellationToken cancellation)
    {
        // These bounds contain the store's day in every time zone, so that the database can use the index over an account's times.
        var earliest = businessDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-14);
        var latest = earliest.AddHours(50);
        return await (await session.Query<TransactionJournal>(cancellation)).CountAsync(
            entry => entry.AccountId == accountId
                && entry.At >= earliest
                && entry.At < latest
                && entry.BusinessDay == businessDay
                && entry.Operation == Operations.Consume
                && !entry.IsReversal
                && entry.Code == ResponseCode.Approved
                && entry.Status == EntryStatus.Posted,
            cancellation);
    }

    public void Add(TransactionJournal entry)
    {
        session.Add(entry);
        cache.Record(entry);
    }
}
