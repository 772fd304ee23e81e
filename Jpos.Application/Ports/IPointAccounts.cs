using Jpos.Domain.Accounts;

namespace Jpos.Application.Ports;

public interface IPointAccounts
{
    /// <summary>
    /// Returns a card's account with the nonempty lots, its debt, and the named lots. In a unit of work that writes, the account is locked until the unit ends.
    /// </summary>
    Task<PointAccount> OfCard(long cardId, IEnumerable<long> lotIds, CancellationToken cancellation);

    /// <summary>Returns the accounts of some cards by card, for reading only. They include the nonempty lots and debts of one snapshot.</summary>
    Task<IReadOnlyDictionary<long, PointAccount>> OfCards(IEnumerable<long> cardIds, CancellationToken cancellation);

    /// <summary>Opens the account of a new card.</summary>
    void Add(PointAccount account);

    /// <summary>Writes the added accounts and their rows, many at once.</summary>
    Task WriteAdded(CancellationToken cancellation);

    /// <summary>Returns some accounts that have nonempty, expired lots, with these lots.</summary>
    Task<IReadOnlyList<PointAccount>> WithExpiredLots(DateOnly lastDay, int most, CancellationToken cancellation);

    /// <summary>Returns the unexpired points of all cards by the month of their expiry, and the debts. It reads all nonempty lots.</summary>
    Task<IReadOnlyList<OutstandingPoints>> Outstanding(Moment now, CancellationToken cancellation);

    /// <summary>Returns held, nonempty gifts by the number of their lot.</summary>
    /// <param name="after">The cursor: the last number of the previous page; null for the first page.</param>
    /// <param name="most">The most gifts to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<HeldGift>> HeldGifts(long? after, int most, CancellationToken cancellation);

    /// <summary>Returns a card's account with its present points only.</summary>
    Task<PointAccount> OfCard(long cardId, CancellationToken cancellation) => OfCard(cardId, [], cancellation);
}
