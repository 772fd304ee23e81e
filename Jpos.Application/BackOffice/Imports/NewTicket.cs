using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>A ticket for a card, before it is issued.</summary>
public sealed record NewTicket(TicketKind Kind, Card Card, int Pieces, DateOnly ValidThrough);
