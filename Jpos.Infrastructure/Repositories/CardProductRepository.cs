using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class CardProductRepository(JposDbContext db) : ICardProducts
{
    public Task<CardProduct?> Find(long id, CancellationToken cancellation) => db.CardProducts.SingleOrDefaultAsync(product => product.Id == id, cancellation);

    public async Task<IReadOnlyList<CardProduct>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var (numbered, named) = (ids.ToArray(), names.ToArray());
        return await db.CardProducts.Where(product => EF.Parameter(numbered).Contains(product.Id) || EF.Parameter(named).Contains(product.Name)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<CardNumberRule>> NumberRules(CancellationToken cancellation)
    {
        var rules = await db.CardProducts.Select(product => new { product.NumberLengths, product.NumberPrefixes, product.HasCheckDigit }).Distinct().ToListAsync(cancellation);
        return rules.ConvertAll(rule => new CardNumberRule(rule.NumberLengths, rule.NumberPrefixes, rule.HasCheckDigit));
    }

    public async Task Add(CardProduct product, CancellationToken cancellation)
    {
        db.CardProducts.Add(product);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyList<CardProduct>> List(long? after, int most, CancellationToken cancellation)
    {
        var found = db.CardProducts.AsNoTracking();
        found = after is null ? found : found.Where(product => product.Id > after);
        return await found.OrderBy(product => product.Id).Take(most).ToListAsync(cancellation);
    }
}
