using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class PointAccountRepository(JposDbContext db, DatabaseEngine engine, UnitRows rows) : IPointAccounts
{
    public async Task<PointAccount> OfCard(long cardId, IEnumerable<long> lotIds, CancellationToken cancellation)
    {
        var named = lotIds.ToArray();
        if (rows.Account(cardId) is { } known && named.All(id => known.Lots.Any(lot => lot.Id == id)))
        {
            return known;
        }

        await rows.Look(cancellation);
        return await db.Accounts
            .Include(account => account.Lots.Where(lot => lot.Remaining != Points.Zero || lot.Kind == LotKind.Debt || named.Contains(lot.Id)))
            .ThenInclude(lot => lot.EarnedIn)
            .SingleAsync(account => account.CardId == cardId, cancellation);
    }

    // Where runs need not take turns, another one may have been quicker: then what is left is looked for again.
    public async Task<IReadOnlyList<PointAccount>> WithExpiredLots(DateOnly lastDay, int most, CancellationToken cancellation)
    {
        List<PointAccount> accounts = [];
        while (accounts.Count == 0 && await IdsWithExpiredLots(lastDay, most, cancellation) is { Count: > 0 } ids)
        {
            await engine.Lock(db, Locks.OfAccounts(ids), cancellation);
            accounts = await db.Accounts
                .Include(account => account.Lots.Where(lot => lot.Kind == LotKind.Points && lot.ExpiresOn <= lastDay && lot.Remaining > Points.Zero))
                .Where(account => ids.Contains(account.Id) && account.Lots.Any(lot => lot.Kind == LotKind.Points && lot.ExpiresOn <= lastDay && lot.Remaining > Points.Zero))
                .ToListAsync(cancellation);
        }

        return accounts;
    }

    private Task<List<long>> IdsWithExpiredLots(DateOnly lastDay, int most, CancellationToken cancellation) => db.Lots
        .Where(lot => lot.Kind == LotKind.Points && lot.ExpiresOn <= lastDay && lot.Remaining > Points.Zero)
        .Select(lot => lot.AccountId)
        .Distinct()
        .OrderBy(id => id)
        .Take(most)
        .ToListAsync(cancellation);
}
