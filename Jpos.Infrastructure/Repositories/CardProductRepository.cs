using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class CardProductRepository(UnitOfWorkSession session) : ICardProducts
{
    public async Task<CardProduct?> Find(long id, CancellationToken cancellation) => await (await session.Query<CardProduct>(cancellation)).SingleOrDefaultAsync(product => product.Id == id, cancellation);

    public async Task<IReadOnlyList<CardProduct>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var (numbered, named) = (ids.ToArray(), names.ToArray());
        return await (await session.Query<CardProduct>(cancellation)).Where(product => EF.Parameter(numbered).Contains(product.Id) || EF.Parameter(named).Contains(product.Name)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<CardNumberRule>> NumberRules(CancellationToken cancellation)
    {
        var rules = await (await session.Query<CardProduct>(cancellation)).Select(product => new { product.NumberLengths, product.NumberPrefixes, product.HasCheckDigit }).Distinct().ToListAsync(cancellation);
        return rules.ConvertAll(rule => new CardNumberRule(rule.NumberLengths, rule.NumberPrefixes, rule.HasCheckDigit));
    }

    public Task Add(CardProduct product, CancellationToken cancellation) => session.Insert(product, cancellation);

    public async Task<IReadOnlyList<CardProduct>> List(long? after, int most, CancellationToken cancellation)
    {
        var found = (await session.Query<CardProduct>(cancellation)).AsNoTracking();
        found = after is null ? found : found.Where(product => product.Id > after);
        return await found.OrderBy(product => product.Id).Take(most).ToListAsync(cancellation);
    }
}
