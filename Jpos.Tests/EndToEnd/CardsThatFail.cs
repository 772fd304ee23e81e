using Jpos.Application.Ports;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.EndToEnd;

/// <summary>A bug that only one card meets.</summary>
/// <param name="inner">The cards.</param>
/// <param name="met">Called when it does.</param>
internal sealed class CardsThatFail(ICards inner, Action? met = null) : ICards
{
    public const string Faulty = "9900000000000044";

    public async Task<Card?> Find(CardNumber number, CancellationToken cancellation)
    {
        if (number.Value == Faulty)
        {
            met?.Invoke();
            throw new InvalidOperationException("A bug that the test made.");
        }

        return await inner.Find(number, cancellation);
    }

    public Task<IReadOnlyDictionary<CardNumber, Card>> Find(IReadOnlyCollection<CardNumber> numbers, CancellationToken cancellation) => inner.Find(numbers, cancellation);

    public Task<IReadOnlySet<CardNumber>> Taken(IReadOnlyCollection<CardNumber> numbers, CancellationToken cancellation) => inner.Taken(numbers, cancellation);

    public Task<IReadOnlyDictionary<long, CardNumber>> Numbers(IReadOnlyCollection<long> ids, CancellationToken cancellation) => inner.Numbers(ids, cancellation);

    public Task<IReadOnlyList<Card>> OfAccount(long accountId, CancellationToken cancellation) => inner.OfAccount(accountId, cancellation);

    public Task<IReadOnlyList<long>> LockAccountsOf(IReadOnlyList<CardNumber> numbers, CancellationToken cancellation) => inner.LockAccountsOf(numbers, cancellation);

    public Task Move(PointAccount from, PointAccount into, CancellationToken cancellation) => inner.Move(from, into, cancellation);

    public void Add(Card card) => inner.Add(card);

    public Task Add(IReadOnlyCollection<Card> cards, CancellationToken cancellation) => inner.Add(cards, cancellation);

    public Task<IReadOnlyList<Card>> List(long? product, CardState? state, long? member, PageRequest<Card> pageRequest, CancellationToken cancellation) =>
        inner.List(product, state, member, pageRequest, cancellation);
}
