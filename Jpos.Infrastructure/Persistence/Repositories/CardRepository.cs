using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class CardRepository(JposDbContext db, UnitRows rows) : ICards
{
    public async Task<Card?> Find(CardNumber number, CancellationToken cancellation)
    {
        if (rows.Has(number, out var known))
        {
            return known;
        }

        await rows.Look(cancellation);
        return await db.Cards.Include(card => card.Product).Include(card => card.Member).SingleOrDefaultAsync(card => card.Number == number, cancellation);
    }
}
