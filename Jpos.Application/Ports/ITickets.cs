using Jpos.Domain.Accounts;
using Jpos.Domain.Tickets;

namespace Jpos.Application.Ports;

public interface ITickets
{
    /// <summary>Returns the account's tickets that can be used on a day, by id.</summary>
    Task<IReadOnlyList<Ticket>> UsableOfAccount(long accountId, DateOnly today, CancellationToken cancellation);

    /// <summary>Returns those of the named tickets that belong to the account, whatever their state.</summary>
    Task<IReadOnlyList<Ticket>> OfAccount(long accountId, IEnumerable<long> ids, CancellationToken cancellation);

    /// <summary>Returns the account's tickets by id, used and expired ones too.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="after">The cursor: the last id of the previous page; null for the first page.</param>
    /// <param name="most">The most tickets to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Ticket>> List(long accountId, long? after, int most, CancellationToken cancellation);

    /// <summary>Passes all tickets of an account to the one that it is merged into.</summary>
    Task Move(PointAccount from, PointAccount into, CancellationToken cancellation);

    /// <summary>Adds tickets.</summary>
    Task Add(IReadOnlyCollection<Ticket> tickets, CancellationToken cancellation);
}
