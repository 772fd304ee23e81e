namespace Jpos.Application.BackOffice.Tickets;

/// <summary>A ticket that was issued to a card.</summary>
/// <param name="Card">The masked card number: first 6 and last 4 digits.</param>
/// <param name="Ticket">The ticket's id, as on the wire.</param>
/// <param name="Serial">The serial number of the journal entry.</param>
public sealed record IssuedTicket(string Card, long Ticket, string Serial);
