using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Repositories;

internal sealed class CardRepository(UnitOfWorkSession session, UnitOfWorkCache cache) : ICards
{
    public async Task<Card?> Find(CardNumber number, CancellationToken cancellation)
    {
        if (cache.Has(number, out var known))
        {
            return known;
        }

        return await (await session.Query<Card>(cancellation)).Include(card => card.Product).Include(card => card.Member).SingleOrDefaultAsync(card => card.Number == number, cancellation);
    }

    // One parameter holds all numbers, so that the statement's text does not depend on their count.
    public async Task<IReadOnlyDictionary<CardNumber, Card>> Find(IReadOnlyCollection<CardNumber> numbers, CancellationToken cancellation)
    {
        var named = numbers.ToArray();
        return await (await session.Query<Card>(cancellation)).Include(card => card.Member).Where(card => EF.Parameter(named).Contains(card.Number)).ToDictionaryAsync(card => card.Number, cancellation);
    }

    public async Task<IReadOnlySet<CardNumber>> Taken(IReadOnlyCollection<CardNumber> numbers, CancellationToken cancellation)
    {
        var named = numbers.ToArray();
        return await (await session.Query<Card>(cancellation)).Where(card => EF.Parameter(named).Contains(card.Number)).Select(card => card.Number).ToHashSetAsync(cancellation);
    }

    public async Task<IReadOnlyDictionary<long, CardNumber>> Numbers(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var named = ids.ToArray();
        return await (await session.Query<Card>(cancellation)).Where(card => named.Contains(card.Id)).Select(card => new { card.Id, card.Number }).ToDictionaryAsync(card => card.Id, card => card.Number, cancellation);
    }

    public Task Add(Card card, CancellationToken cancellation) => session.Insert(card, cancellation);

    public Task Add(IReadOnlyCollection<Card> cards, CancellationToken cancellation) => session.InsertAll(cards, cancellation);

    public async Task<IReadOnlyList<Card>> List(long? product, CardState? state, long? member, PageRequest<Card> pageRequest, CancellationToken cancellation)
    {
        var found = (await session.Query<Card>(cancellation)).AsNoTracking();
        found = product is null ? found : found.Where(card => card.Product.Id == product);
        found = state is null ? found : found.Where(card => card.State == state);
        found = member is null ? found : found.Where(card => card.Member!.Id == member);
        return await found.Paged(pageRequest).Include(card => card.Product).Include(card => card.Member).ToListAsync(cancellation);
    }
}
