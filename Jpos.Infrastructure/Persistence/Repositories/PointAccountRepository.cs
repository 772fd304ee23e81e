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
        var expired = db.Lots.Where(lot => lot.Kind == LotKind.Points && lot.ExpiresOn <= lastDay && lot.Remaining > Points.Zero);

        // By day, so that the index over days is what is read, and not the lots of all accounts.
        var accountIds = await expired.OrderBy(lot => lot.ExpiresOn).Select(lot => lot.AccountId).Take(most).ToArrayAsync(cancellation);
        if (accountIds.Length == 0)
        {
            return [];
        }

        var accounts = await db.Accounts.Where(account => accountIds.Contains(account.Id)).OrderBy(account => account.Id).ToListAsync(cancellation);
        await expired.Where(lot => accountIds.Contains(lot.AccountId)).LoadAsync(cancellation);
        return accounts;
    }
}
