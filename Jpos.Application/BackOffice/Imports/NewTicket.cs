using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Pieces of a kind of tickets for a card. Nobody has given them yet.</summary>
public sealed record NewTicket(TicketKind Kind, Card Card, int Pieces, DateOnly ValidThrough);
