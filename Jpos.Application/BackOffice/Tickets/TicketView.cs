using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>Pieces of a ticket that a card holds, or held.</summary>
/// <param name="Id">Its id, as on the wire.</param>
/// <param name="Kind">The id of its kind; null for one that came from elsewhere.</param>
/// <param name="Type">What terminals take it for.</param>
/// <param name="Name">Its name, as it was when it was issued.</param>
/// <param name="Face">What one piece is worth, in yuan.</param>
/// <param name="Issued">How many pieces the card was given.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="ValidThrough">The last day on which a piece can be used.</param>
public sealed record TicketView(long Id, long? Kind, TicketType Type, string Name, decimal Face, int Issued, int Remaining, DateOnly ValidThrough)
{
    public static TicketView Of(Ticket ticket) =>
        new(ticket.Id, ticket.KindId, ticket.Type, ticket.Name, ticket.Face.ToDecimal(), ticket.Issued, ticket.Remaining, ticket.ValidThrough);
}
