namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Pieces of a ticket moved.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Pieces">What the card gained; below zero, lost.</param>
public sealed record PiecesView(long Ticket, int Pieces);
