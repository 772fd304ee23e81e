namespace Jpos.Application.Ports;

public interface ICards
{
    /// <summary>The card with its product and member; null if there is none.</summary>
    Task<Card?> Find(CardNumber number, CancellationToken cancellation);

    /// <summary>Those cards that there are, each with its member.</summary>
    Task<IReadOnlyDictionary<CardNumber, Card>> Find(IReadOnlyCollection<CardNumber> numbers, CancellationToken cancellation);

    /// <summary>Those of some numbers that a card has, or had before it was replaced.</summary>
    Task<IReadOnlySet<CardNumber>> Taken(IReadOnlyCollection<CardNumber> numbers, CancellationToken cancellation);

    /// <summary>The numbers of cards, by their ids.</summary>
    Task<IReadOnlyDictionary<long, CardNumber>> Numbers(IReadOnlyCollection<long> ids, CancellationToken cancellation);

    /// <summary>Adds a card. It has its id afterwards.</summary>
    Task Add(Card card, CancellationToken cancellation);

    /// <summary>Adds cards. They have their ids afterwards.</summary>
    Task Add(IReadOnlyCollection<Card> cards, CancellationToken cancellation);

    /// <summary>Each with its product and member.</summary>
    /// <param name="product">Only those of this product; null for all.</param>
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="member">Only those of this member; null for all.</param>
    /// <param name="pageRequest">Which part of the list.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Card>> List(long? product, CardState? state, long? member, PageRequest<Card> pageRequest, CancellationToken cancellation);
}
