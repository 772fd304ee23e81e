using Jpos.Domain.Tickets;

namespace Jpos.Application.Ports;

public interface ITickets
{
    /// <summary>Returns the card's tickets that can be used on a day, by id.</summary>
    Task<IReadOnlyList<Ticket>> UsableOfCard(long cardId, DateOnly today, CancellationToken cancellation);

    /// <summary>Returns those of the named tickets that belong to the card, whatever their state.</summary>
    Task<IReadOnlyList<Ticket>> OfCard(long cardId, IEnumerable<long> ids, CancellationToken cancellation);

    /// <summary>Returns the card's tickets by id, used and expired ones too.</summary>
    /// <param name="cardId">The card's id.</param>
    /// <param name="after">The cursor: the last id of the previous page; null for the first page.</param>
    /// <param name="most">The most tickets to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Ticket>> List(long cardId, long? after, int most, CancellationToken cancellation);

    /// <summary>Adds tickets. Afterwards they have their ids.</summary>
    Task Add(IReadOnlyCollection<Ticket> tickets, CancellationToken cancellation);
}
