using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>A ticket on a card, also if it is used up or expired.</summary>
/// <param name="Id">The id, as on the wire.</param>
/// <param name="Kind">The id of the ticket kind; null for a ticket from another system.</param>
/// <param name="Type">The ticket type on the wire.</param>
/// <param name="Name">The name at the time of the issue.</param>
/// <param name="Face">The face value of one piece, in yuan.</param>
/// <param name="Issued">The number of issued pieces.</param>
/// <param name="Remaining">The number of remaining pieces.</param>
/// <param name="ValidThrough">The last day on which a piece can be used.</param>
public sealed record TicketView(long Id, long? Kind, TicketType Type, string Name, decimal Face, int Issued, int Remaining, DateOnly ValidThrough)
{
    public static TicketView Of(Ticket ticket) =>
        new(ticket.Id, ticket.KindId, ticket.Type, ticket.Name, ticket.Face.ToDecimal(), ticket.Issued, ticket.Remaining, ticket.ValidThrough);
}
