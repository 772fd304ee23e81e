namespace Jpos.Application.BackOffice.Tickets;

/// <summary>What a card was given.</summary>
/// <param name="Card">First 6 and last 4 digits of its number.</param>
/// <param name="Ticket">The ticket's id, as on the wire.</param>
/// <param name="Serial">The serial number of the journal's record.</param>
public sealed record IssuedTicket(string Card, long Ticket, string Serial);
