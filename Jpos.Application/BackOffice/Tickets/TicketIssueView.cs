namespace Jpos.Application.BackOffice.Tickets;

/// <summary>What cards were given.</summary>
/// <param name="Kind">The id of the kind.</param>
/// <param name="Pieces">How many each card got.</param>
/// <param name="ValidThrough">The last day on which they can be used.</param>
/// <param name="Reason">Why.</param>
/// <param name="Tickets">What each card got, in the order of the request.</param>
public sealed record TicketIssueView(long Kind, int Pieces, DateOnly ValidThrough, string Reason, IReadOnlyList<IssuedTicket> Tickets);
