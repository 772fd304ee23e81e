using Jpos.Domain.Accounts;
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

    public async Task<IReadOnlyList<Card>> OfAccount(long accountId, CancellationToken cancellation) =>
        await (await session.Query<Card>(cancellation)).Include(card => card.Product).Include(card => card.Member).Where(card => card.AccountId == accountId).OrderBy(card => card.Id).ToListAsync(cancellation);

    // Another unit may add a card or merge an account before the lock, so the cards are read again after it.
    public async Task<IReadOnlyList<long>> LockAccountsOf(IReadOnlyList<CardNumber> numbers, CancellationToken cancellation)
    {
        var named = numbers.ToArray();
        var locked = new HashSet<CardNumber>();
        while (true)
        {
            var all = (await session.Query<Card>(cancellation)).AsNoTracking();
            var accountOf = await all.Where(card => named.Contains(card.Number)).ToDictionaryAsync(card => card.Number, card => card.AccountId, cancellation);
            if (accountOf.Count < named.Distinct().Count())
            {
                return [];
            }

            var accounts = accountOf.Values.ToArray();
            var cards = await all.Where(card => accounts.Contains(card.AccountId)).Select(card => card.Number).ToListAsync(cancellation);
            if (locked.SetEquals(cards))
            {
                return [.. numbers.Select(number => accountOf[number])];
            }

            await session.Lock(RowLocks.OfCards(cards, accounts), cancellation);
            locked = [.. cards];
        }
    }

    public async Task Move(PointAccount from, PointAccount into, CancellationToken cancellation)
    {
        foreach (var card in await OfAccount(from.Id, cancellation))
        {
            card.MoveTo(into.Id);
        }
    }

    public void Add(Card card) => session.Add(card);

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
