using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class PointAccountRepository(JposDbContext db, UnitRows rows) : IPointAccounts
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

    public async Task<IReadOnlyList<PointAccount>> WithExpiredLots(DateOnly lastDay, int most, CancellationToken cancellation)
    {
        var accountIds = db.Lots
            .Where(lot => lot.Kind == LotKind.Points && lot.ExpiresOn <= lastDay && lot.Remaining > Points.Zero)
            .Select(lot => lot.AccountId)
            .Distinct()
            .OrderBy(id => id)
            .Take(most);
        return await db.Accounts
            .Include(account => account.Lots.Where(lot => lot.Kind == LotKind.Points && lot.ExpiresOn <= lastDay && lot.Remaining > Points.Zero))
            .Where(account => accountIds.Contains(account.Id))
            .ToListAsync(cancellation);
    }
}
