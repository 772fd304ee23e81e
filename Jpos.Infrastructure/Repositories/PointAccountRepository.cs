using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;

namespace Jpos.Infrastructure.Repositories;

internal sealed class PointAccountRepository(UnitOfWorkSession session, UnitOfWorkCache cache, AccountLots lots, INumberSequence numbers) : IPointAccounts
{
    public async Task<PointAccount> Find(long id, Points toTake, CancellationToken cancellation)
    {
        if (cache.Account(id) is { } known)
        {
            return known;
        }

        var account = await (await session.Query<PointAccount>(cancellation)).SingleAsync(account => account.Id == id, cancellation);
        await lots.Read(account, toTake, cancellation);
        return account;
    }

    public async Task<PointAccount> Current(long id, Points toTake, CancellationToken cancellation)
    {
        var account = await Find(id, toTake, cancellation);
        return account.SucceededBy is { } successor ? await Current(successor, toTake, cancellation) : account;
    }

    public async Task<LoadedEffect> Load(PointAccount account, PointEffect effect, CancellationToken cancellation)
    {
        var moved = new List<Lot>();
        var wanted = effect.LotIds.Except(account.Lots.Select(lot => lot.Id)).ToArray();
        while (wanted.Length > 0)
        {
            var found = await (await session.Query<Lot>(cancellation)).Where(lot => wanted.Contains(lot.Id)).ToListAsync(cancellation);
            await lots.AttachBatches(found, cancellation);
            var others = found.Where(lot => lot.AccountId != account.Id).ToList();
            moved.AddRange(others);
            wanted = [.. others.Select(lot => lot.MovedTo).OfType<long>().Except(account.Lots.Concat(moved).Select(lot => lot.Id))];
        }

        if (moved.Count > 0)
        {
            // A lot that was empty when its account was merged gets its successor now. Other lots of the same origin may exist already.
            var days = moved.Select(lot => lot.ExpiresOn).Distinct().ToArray();
            await (await session.Query<Lot>(cancellation)).Where(lot => lot.AccountId == account.Id && days.Contains(lot.ExpiresOn)).LoadAsync(cancellation);
            await lots.AttachBatches(account.Lots, cancellation);
        }

        var successors = moved.ToDictionary(lot => lot.Id, lot => account.Adopt(lot, numbers).Id);
        return new LoadedEffect(effect.In(successors), successors);
    }

    public async Task LoadDay(PointAccount account, DateOnly expiresOn, CancellationToken cancellation) =>
        await (await session.Query<Lot>(cancellation)).Where(lot => lot.AccountId == account.Id && lot.ExpiresOn == expiresOn).LoadAsync(cancellation);

    public async Task LoadAll(PointAccount account, CancellationToken cancellation)
    {
        await (await session.Query<Lot>(cancellation)).Where(lot => lot.AccountId == account.Id).LoadAsync(cancellation);
        await lots.AttachBatches(account.Lots, cancellation);
        account.MarkRead(isWhole: true);
    }

    public async Task<IReadOnlyDictionary<long, PointAccount>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var named = ids.ToArray();
        var accounts = await (await session.Query<PointAccount>(cancellation)).Where(account => named.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancellation);
        await lots.ReadWhole([.. accounts.Values.Where(account => account.OpenLots <= PointAccount.FewLots)], cancellation);
        foreach (var account in accounts.Values.Where(account => account.OpenLots > PointAccount.FewLots))
        {
            await lots.Read(account, Points.Zero, cancellation);
        }

        return accounts;
    }

    public void Add(PointAccount account) => session.Add(account);

    public async Task<IReadOnlyList<OutstandingPoints>> Outstanding(Moment now, CancellationToken cancellation)
    {
        // The cast through object bypasses the converter, so that the database adds the stored numbers.
        var (all, batches) = (await session.Query<Lot>(cancellation), await session.Query<Batch>(cancellation));
        var parts = await all
            .Where(lot => !lot.IsEmpty && (lot.Kind == LotKind.Debt || lot.ExpiresOn >= now.Today))
            .LeftJoin(batches, lot => lot.BatchId, batch => batch.Id, (lot, batch) => new
            {
                lot.Kind,
                lot.AccountId,
                Year = (int?)lot.ExpiresOn.Year,
                Month = (int?)lot.ExpiresOn.Month,
                IsPending = lot.IsHeld || (batch != null && batch.GiftsPendingUntil > now.Utc),
                Remaining = (long)(object)lot.Remaining,
            })
            .GroupBy(lot => new { lot.Kind, lot.Year, lot.Month })
            .Select(month => new
            {
                month.Key,
                Available = month.Sum(lot => lot.IsPending ? 0L : lot.Remaining),
                Pending = month.Sum(lot => lot.IsPending ? lot.Remaining : 0L),
                Lots = month.Count(),
                Accounts = month.Select(lot => lot.AccountId).Distinct().Count(),
            })
            .ToListAsync(cancellation);
        return [.. parts.Select(part => new OutstandingPoints(
            part.Key.Kind, part.Key.Year, part.Key.Month, Points.FromHundredths(part.Available), Points.FromHundredths(part.Pending), part.Lots, part.Accounts))];
    }

    public async Task<IReadOnlyList<HeldGift>> HeldGifts(long? after, int most, CancellationToken cancellation)
    {
        var first = after ?? 0;
        var (held, journal) = (await session.Query<Lot>(cancellation), await session.Query<TransactionJournal>(cancellation));
        return await (
            from lot in held
            where lot.IsHeld && !lot.IsEmpty && lot.Id > first
            join consume in journal on lot.HeldFor equals (long)(object)consume.Serial
            orderby lot.Id
            select new HeldGift(lot.Id, consume.CardId!.Value, consume.Serial, consume.At, lot.Remaining, lot.ExpiresOn))
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
