using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;

namespace Jpos.Infrastructure.Repositories;

internal sealed class PointAccountRepository(UnitOfWorkSession session, UnitOfWorkCache cache) : IPointAccounts
{
    /// <remarks>Uses two statements, because SQLite would read the lots of all accounts in a nested join.</remarks>
    public async Task<PointAccount> OfCard(long cardId, IEnumerable<long> lotIds, CancellationToken cancellation)
    {
        var named = lotIds.ToArray();
        if (cache.Account(cardId) is { } known && named.All(id => known.Lots.Any(lot => lot.Id == id)))
        {
            return known;
        }

        var account = await (await session.Query<PointAccount>(cancellation)).SingleAsync(account => account.CardId == cardId, cancellation);
        await (await session.Query<Lot>(cancellation))
            .Include(lot => lot.EarnedInBatch)
            .Where(lot => lot.AccountId == account.Id && (lot.Remaining != Points.Zero || lot.Kind == LotKind.Debt || named.Contains(lot.Id)))
            .LoadAsync(cancellation);
        return account;
    }

    public async Task<IReadOnlyDictionary<long, PointAccount>> OfCards(IEnumerable<long> cardIds, CancellationToken cancellation)
    {
        var cards = cardIds.ToArray();
        var accounts = await (await session.Query<PointAccount>(cancellation)).Where(account => cards.Contains(account.CardId)).ToDictionaryAsync(account => account.CardId, cancellation);
        var ids = accounts.Values.Select(account => account.Id).ToArray();
        await (await session.Query<Lot>(cancellation)).Include(lot => lot.EarnedInBatch).Where(lot => ids.Contains(lot.AccountId) && (lot.Remaining != Points.Zero || lot.Kind == LotKind.Debt)).LoadAsync(cancellation);
        return accounts;
    }

    public void Add(PointAccount account) => session.Add(account);

    public Task WriteAdded(CancellationToken cancellation) => session.InsertAdded(cancellation);

    public async Task<IReadOnlyList<OutstandingPoints>> Outstanding(Moment now, CancellationToken cancellation)
    {
        // The cast through object bypasses the converter, so that the database adds the stored numbers.
        var parts = await (await session.Query<Lot>(cancellation))
            .Where(lot => lot.Remaining != Points.Zero && (lot.Kind == LotKind.Debt || lot.ExpiresOn >= now.Today))
            .Select(lot => new
            {
                lot.Kind,
                lot.AccountId,
                Year = (int?)lot.ExpiresOn!.Value.Year,
                Month = (int?)lot.ExpiresOn!.Value.Month,
                IsPending = lot.HeldForConsume != null || (lot.EarnedInBatch != null && lot.EarnedInBatch.GiftsPendingUntil > now.Utc),
                Remaining = (long)(object)lot.Remaining,
            })
            .GroupBy(lot => new { lot.Kind, lot.Year, lot.Month })
            .Select(month => new
            {
                month.Key,
                Available = month.Sum(lot => lot.IsPending ? 0L : lot.Remaining),
                Pending = month.Sum(lot => lot.IsPending ? lot.Remaining : 0L),
                Lots = month.Count(),
                Cards = month.Select(lot => lot.AccountId).Distinct().Count(),
            })
            .ToListAsync(cancellation);
        return [.. parts.Select(part => new OutstandingPoints(
            part.Key.Kind, part.Key.Year, part.Key.Month, Points.FromHundredths(part.Available), Points.FromHundredths(part.Pending), part.Lots, part.Cards))];
    }

    public async Task<IReadOnlyList<HeldGift>> HeldGifts(long? after, int most, CancellationToken cancellation)
    {
        var first = after ?? 0;
        var (lots, accounts, journal) = (await session.Query<Lot>(cancellation), await session.Query<PointAccount>(cancellation), await session.Query<TransactionJournal>(cancellation));
        return await (
            from lot in lots
            where lot.HeldForConsume != null && lot.Remaining != Points.Zero && lot.Id > first
            join account in accounts on lot.AccountId equals account.Id
            join consume in journal on lot.HeldForConsume equals consume.Serial
            orderby lot.Id
            select new HeldGift(lot.Id, account.CardId, consume.Serial, consume.At, lot.Remaining, lot.ExpiresOn))
            .Take(most).ToListAsync(cancellation);
    }

    // Another run may have expired the same accounts before the lock, so the rows are read again after it.
    public async Task<IReadOnlyList<PointAccount>> WithExpiredLots(DateOnly lastDay, int most, CancellationToken cancellation)
    {
        var expired = (await session.Query<Lot>(cancellation)).Where(lot => lot.Kind == LotKind.Points && lot.ExpiresOn <= lastDay && lot.Remaining > Points.Zero);

        // The order by day makes the database use the index over days and not read the lots of all accounts.
        var ids = await expired.OrderBy(lot => lot.ExpiresOn).Select(lot => lot.AccountId).Take(most).Distinct().ToArrayAsync(cancellation);
        if (ids.Length == 0)
        {
            return [];
        }

        await session.Lock(RowLocks.OfAccounts(ids), cancellation);
        var left = (await expired.Where(lot => ids.Contains(lot.AccountId)).ToListAsync(cancellation)).Select(lot => lot.AccountId).Distinct().ToArray();
        return await (await session.Query<PointAccount>(cancellation)).Where(account => left.Contains(account.Id)).OrderBy(account => account.Id).ToListAsync(cancellation);
    }
}
