using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class PointAccountRepository(JposDbContext db) : IPointAccounts
{
    /// <remarks>Two statements: of one with a join inside a join, SQLite reads the lots of all accounts.</remarks>
    public async Task<PointAccount> OfCard(long cardId, IEnumerable<long> lotIds, CancellationToken cancellation)
    {
        var named = lotIds.ToArray();
        var account = await db.Accounts.SingleAsync(account => account.CardId == cardId, cancellation);
        await db.Lots
            .Include(lot => lot.EarnedIn)
            .Where(lot => lot.AccountId == account.Id && (lot.Remaining != Points.Zero || lot.Kind == LotKind.Debt || named.Contains(lot.Id)))
            .LoadAsync(cancellation);
        return account;
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
