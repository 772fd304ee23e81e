namespace Jpos.Domain.Tickets;

/// <summary>One line of a message: a number of pieces of a ticket.</summary>
/// <param name="TicketId">The wire's <c>id</c>.</param>
/// <param name="Pieces">The wire's <c>num</c>: 1 to 999 999.</param>
/// <param name="Type">The type that the terminal names, if any.</param>
public sealed record TicketLine(long TicketId, int Pieces, TicketType? Type = null);
