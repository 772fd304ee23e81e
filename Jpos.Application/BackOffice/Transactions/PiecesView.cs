namespace Jpos.Application.BackOffice.Transactions;

/// <summary>A ticket movement.</summary>
/// <param name="Ticket">The ticket's id.</param>
/// <param name="Pieces">The pieces that the card gained; negative if it lost pieces.</param>
public sealed record PiecesView(long Ticket, int Pieces);
