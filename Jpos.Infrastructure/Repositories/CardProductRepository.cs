using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Repositories;

internal sealed class CardProductRepository(UnitOfWorkSession session) : ResourceRepository<CardProduct>(session), ICardProducts
{
    public async Task<IReadOnlyList<CardProduct>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var (numbered, named) = (ids.ToArray(), names.ToArray());
        return await (await Session.Query<CardProduct>(cancellation)).Where(product => EF.Parameter(numbered).Contains(product.Id) || EF.Parameter(named).Contains(product.Name)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<CardNumberRule>> NumberRules(CancellationToken cancellation)
    {
        var rules = await (await Session.Query<CardProduct>(cancellation)).Select(product => new { product.NumberLengths, product.NumberPrefixes, product.HasCheckDigit }).Distinct().ToListAsync(cancellation);
        return rules.ConvertAll(rule => new CardNumberRule(rule.NumberLengths, rule.NumberPrefixes, rule.HasCheckDigit));
    }
}
