using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class PointAccountRepository(JposDbContext db, DatabaseEngine engine, UnitOfWorkCache rows) : IPointAccounts
{
    /// <remarks>Two statements: of one with a join inside a join, SQLite reads the lots of all accounts.</remarks>
    public async Task<PointAccount> OfCard(long cardId, IEnumerable<long> lotIds, CancellationToken cancellation)
    {
        var named = lotIds.ToArray();
        if (rows.Account(cardId) is { } known && named.All(id => known.Lots.Any(lot => lot.Id == id)))
        {
            return known;
        }

        await rows.Look(cancellation);
        var account = await db.Accounts.SingleAsync(account => account.CardId == cardId, cancellation);
        await db.Lots
            .Include(lot => lot.EarnedInBatch)
            .Where(lot => lot.AccountId == account.Id && (lot.Remaining != Points.Zero || lot.Kind == LotKind.Debt || named.Contains(lot.Id)))
            .LoadAsync(cancellation);
        return account;
    }

    public async Task<IReadOnlyDictionary<long, PointAccount>> OfCards(IEnumerable<long> cardIds, CancellationToken cancellation)
    {
        var cards = cardIds.ToArray();
        var accounts = await db.Accounts.Where(account => cards.Contains(account.CardId)).ToDictionaryAsync(account => account.CardId, cancellation);
        var ids = accounts.Values.Select(account => account.Id).ToArray();
        await db.Lots.Include(lot => lot.EarnedInBatch).Where(lot => ids.Contains(lot.AccountId) && (lot.Remaining != Points.Zero || lot.Kind == LotKind.Debt)).LoadAsync(cancellation);
        return accounts;
    }

    public void Add(PointAccount account) => db.Accounts.Add(account);

    public Task WriteAdded(CancellationToken cancellation) => engine.InsertAdded(db, cancellation);

    public async Task<IReadOnlyList<OutstandingPoints>> Outstanding(Moment now, CancellationToken cancellation)
    {
        // Amounts are added as the numbers they are stored as: the cast by way of object goes around their converter.
        var parts = await db.Lots
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
        return await (
            from lot in db.Lots
            where lot.HeldForConsume != null && lot.Remaining != Points.Zero && lot.Id > first
            join account in db.Accounts on lot.AccountId equals account.Id
            join consume in db.Journal on lot.HeldForConsume equals consume.Serial
            orderby lot.Id
            select new HeldGift(lot.Id, account.CardId, consume.Serial, consume.At, lot.Remaining, lot.ExpiresOn))
            .Take(most).ToListAsync(cancellation);
    }

    // Where runs need not take turns, another one may have been quicker: what is read before the lock is looked at again after it.
    public async Task<IReadOnlyList<PointAccount>> WithExpiredLots(DateOnly lastDay, int most, CancellationToken cancellation)
    {
        var expired = db.Lots.Where(lot => lot.Kind == LotKind.Points && lot.ExpiresOn <= lastDay && lot.Remaining > Points.Zero);

        // By day, so that the index over days is what is read, and not the lots of all accounts.
        var ids = await expired.OrderBy(lot => lot.ExpiresOn).Select(lot => lot.AccountId).Take(most).Distinct().ToArrayAsync(cancellation);
        if (ids.Length == 0)
        {
            return [];
        }

        await engine.Lock(db, RowLocks.OfAccounts(ids), cancellation);
        var left = (await expired.Where(lot => ids.Contains(lot.AccountId)).ToListAsync(cancellation)).Select(lot => lot.AccountId).Distinct().ToArray();
        return await db.Accounts.Where(account => left.Contains(account.Id)).OrderBy(account => account.Id).ToListAsync(cancellation);
    }
}
