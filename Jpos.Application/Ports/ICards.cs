using Jpos.Domain.Accounts;

namespace Jpos.Application.Ports;

public interface ICards
{
    /// <summary>Returns the card with its product and member; null if it does not exist.</summary>
    Task<Card?> Find(CardNumber number, CancellationToken cancellation);

    /// <summary>Returns the existing cards of some numbers, each with its member.</summary>
    Task<IReadOnlyDictionary<CardNumber, Card>> Find(IReadOnlyCollection<CardNumber> numbers, CancellationToken cancellation);

    /// <summary>Returns those of some numbers that a card has, or had before its replacement.</summary>
    Task<IReadOnlySet<CardNumber>> Taken(IReadOnlyCollection<CardNumber> numbers, CancellationToken cancellation);

    /// <summary>Returns the numbers of cards by their ids.</summary>
    Task<IReadOnlyDictionary<long, CardNumber>> Numbers(IReadOnlyCollection<long> ids, CancellationToken cancellation);

    /// <summary>Returns the cards of an account with their products and members, closed ones too.</summary>
    Task<IReadOnlyList<Card>> OfAccount(long accountId, CancellationToken cancellation);

    /// <summary>Locks the accounts of some cards, and all cards of these accounts, until the unit of work ends.</summary>
    /// <returns>The account of each card; empty if one of the cards does not exist.</returns>
    Task<IReadOnlyList<long>> LockAccountsOf(IReadOnlyList<CardNumber> numbers, CancellationToken cancellation);

    /// <summary>Passes all cards of an account to the one that it is merged into.</summary>
    Task Move(PointAccount from, PointAccount into, CancellationToken cancellation);

    void Add(Card card);

    /// <summary>Adds many cards at once.</summary>
    Task Add(IReadOnlyCollection<Card> cards, CancellationToken cancellation);

    /// <summary>Returns cards with their products and members.</summary>
    /// <param name="product">Only rows of this product; null for all.</param>
    /// <param name="state">Only rows in this state; null for all.</param>
    /// <param name="member">Only rows of this member; null for all.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Card>> List(long? product, CardState? state, long? member, PageRequest<Card> pageRequest, CancellationToken cancellation);
}
