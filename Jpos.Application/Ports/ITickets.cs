using Jpos.Domain.Tickets;

namespace Jpos.Application.Ports;

public interface ITickets
{
    /// <summary>A card's tickets that can be used on a day, by id.</summary>
    Task<IReadOnlyList<Ticket>> UsableOfCard(long cardId, DateOnly today, CancellationToken cancellation);

    /// <summary>Those of the named tickets that are the card's, whatever their state.</summary>
    Task<IReadOnlyList<Ticket>> OfCard(long cardId, IEnumerable<long> ids, CancellationToken cancellation);

    /// <summary>All of a card's tickets, used up and expired ones too, sorted by id.</summary>
    /// <param name="cardId">The card.</param>
    /// <param name="after">Those with higher ids; null for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Ticket>> List(long cardId, long? after, int most, CancellationToken cancellation);

    /// <summary>Adds tickets. They have their ids afterwards.</summary>
    Task Add(IReadOnlyCollection<Ticket> tickets, CancellationToken cancellation);
}
