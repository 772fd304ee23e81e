using Jpos.Domain.Accounts;

namespace Jpos.Application.Ports;

public interface IPointAccounts
{
    /// <summary>
    /// A card's account with the lots that are not empty, its debt, and the lots named. In a unit of work that writes, nobody else changes it until the unit ends.
    /// </summary>
    Task<PointAccount> OfCard(long cardId, IEnumerable<long> lotIds, CancellationToken cancellation);

    /// <summary>The accounts of some cards, by card, to be looked at only: with the lots that are not empty and debts, which are of one moment.</summary>
    Task<IReadOnlyDictionary<long, PointAccount>> OfCards(IEnumerable<long> cardIds, CancellationToken cancellation);

    /// <summary>The account of a card that is new.</summary>
    void Add(PointAccount account);

    /// <summary>Writes the accounts that were added, and what was added with them, many rows at once.</summary>
    Task WriteAdded(CancellationToken cancellation);

    /// <summary>Some accounts with lots that are not empty and whose last day is over, with these lots.</summary>
    Task<IReadOnlyList<PointAccount>> WithExpiredLots(DateOnly lastDay, int most, CancellationToken cancellation);

    /// <summary>What all cards hold that has not expired, by the month in which it does, and what they owe. It reads all lots that are not empty.</summary>
    Task<IReadOnlyList<OutstandingPoints>> Outstanding(Moment now, CancellationToken cancellation);

    /// <summary>Large gifts that are held and not empty, by the number of their lot.</summary>
    /// <param name="after">Those with higher numbers; null for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<HeldGift>> HeldGifts(long? after, int most, CancellationToken cancellation);

    /// <summary>A card's account as far as its present points go.</summary>
    Task<PointAccount> OfCard(long cardId, CancellationToken cancellation) => OfCard(cardId, [], cancellation);
}
