namespace Jpos.Application.BackOffice.Tickets;

/// <summary>The result of an issue of tickets.</summary>
/// <param name="Kind">The id of the ticket kind.</param>
/// <param name="Pieces">The number of pieces for each card.</param>
/// <param name="ValidThrough">The last day on which the tickets can be used.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Tickets">The issued tickets, in the order of the request.</param>
public sealed record TicketIssueView(long Kind, int Pieces, DateOnly ValidThrough, string Reason, IReadOnlyList<IssuedTicket> Tickets);
