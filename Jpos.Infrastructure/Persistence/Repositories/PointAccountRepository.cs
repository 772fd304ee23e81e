using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class PointAccountRepository(JposDbContext db) : IPointAccounts
{
    public Task<PointAccount> OfCard(long cardId, IEnumerable<long> lotIds, CancellationToken cancellation)
    {
        var named = lotIds.ToArray();
        return db.Accounts
            .Include(account => account.Lots.Where(lot => lot.Remaining != Points.Zero || lot.Kind == LotKind.Debt || named.Contains(lot.Id)))
            .ThenInclude(lot => lot.EarnedIn)
            .SingleAsync(account => account.CardId == cardId, cancellation);
    }
}
