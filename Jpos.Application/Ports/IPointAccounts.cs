using Jpos.Domain.Accounts;

namespace Jpos.Application.Ports;

public interface IPointAccounts
{
    /// <summary>
    /// Returns an account with the lots that decide what is available. In a unit of work that writes, the account of the unit's cards is locked until the unit ends.
    /// </summary>
    /// <param name="id">The account.</param>
    /// <param name="toTake">The points that may be taken. The lots that hold them are read too.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<PointAccount> Find(long id, Points toTake, CancellationToken cancellation);

    /// <summary>Returns the account to which an account was merged, or itself if it was not.</summary>
    /// <param name="id">The account.</param>
    /// <param name="toTake">The points that may be taken.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<PointAccount> Current(long id, Points toTake, CancellationToken cancellation);

    /// <summary>Reads the lots of an effect that is to be undone.</summary>
    Task<LoadedEffect> Load(PointAccount account, PointEffect effect, CancellationToken cancellation);

    /// <summary>Reads the lots of an account that expire on a day, empty ones too. Points that are added for that day join them.</summary>
    Task LoadDay(PointAccount account, DateOnly expiresOn, CancellationToken cancellation);

    /// <summary>Reads all lots of an account.</summary>
    Task LoadAll(PointAccount account, CancellationToken cancellation);

    /// <summary>Returns some accounts by id, for reading only, of one snapshot.</summary>
    Task<IReadOnlyDictionary<long, PointAccount>> Find(IReadOnlyCollection<long> ids, CancellationToken cancellation);

    /// <summary>Opens an account.</summary>
    void Add(PointAccount account);

    /// <summary>Returns some accounts that have nonempty, expired lots, with these lots.</summary>
    Task<IReadOnlyList<PointAccount>> WithExpiredLots(DateOnly lastDay, int most, CancellationToken cancellation);

    /// <summary>Returns the unexpired points of all accounts by the month of their expiry, and the debts. It reads all nonempty lots.</summary>
    Task<IReadOnlyList<OutstandingPoints>> Outstanding(Moment now, CancellationToken cancellation);

    /// <summary>Returns held, nonempty gifts by the number of their lot.</summary>
    /// <param name="after">The cursor: the last number of the previous page; null for the first page.</param>
    /// <param name="most">The most gifts to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<HeldGift>> HeldGifts(long? after, int most, CancellationToken cancellation);

    /// <summary>Returns an account of which no points are taken.</summary>
    Task<PointAccount> Find(long id, CancellationToken cancellation) => Find(id, Points.Zero, cancellation);
}
