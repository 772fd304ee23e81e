using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.Repositories;

internal sealed class CardRepository(JposDbContext db) : ICards
{
    public Task<Card?> Find(CardNumber number, CancellationToken cancellation) =>
        db.Cards.Include(card => card.Product).Include(card => card.Member).SingleOrDefaultAsync(card => card.Number == number, cancellation);
}
