namespace Jpos.Domain.Tickets;

/// <summary>One wish in a message: so many pieces of a ticket.</summary>
/// <param name="TicketId">The wire's <c>id</c>.</param>
/// <param name="Pieces">The wire's <c>num</c>: 1 to 999 999.</param>
/// <param name="Type">What the terminal takes the ticket for, if it says so.</param>
public sealed record TicketLine(long TicketId, int Pieces, TicketType? Type = null);
