using Jpos.Domain.Tickets;

namespace Jpos.Application.Ports;

public interface ITickets
{
    /// <summary>A card's tickets that can be used on a day, by id.</summary>
    Task<IReadOnlyList<Ticket>> UsableOfCard(long cardId, DateOnly today, CancellationToken cancellation);

    /// <summary>Those of the named tickets that are the card's, whatever their state.</summary>
    Task<IReadOnlyList<Ticket>> OfCard(long cardId, IEnumerable<long> ids, CancellationToken cancellation);
}
