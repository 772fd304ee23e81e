using Jpos.Application.BackOffice.Transactions;
using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>The movements of one transaction on a card.</summary>
/// <param name="At">The time, UTC.</param>
/// <param name="Serial">The serial number of the transaction.</param>
/// <param name="Operation">The operation; for a reversal, the operation of its original.</param>
/// <param name="IsReversal">Whether the transaction is a reversal.</param>
/// <param name="Store">The store's number; null for a transaction without a terminal.</param>
/// <param name="PointsIn">The points that the card gained.</param>
/// <param name="PointsOut">The points that the card lost.</param>
/// <param name="Balance">The balance after the transaction.</param>
/// <param name="Pieces">The pieces of tickets that the card gained or lost.</param>
public sealed record MovementView(
    DateTime At, string Serial, Operations Operation, bool IsReversal, string? Store, decimal PointsIn, decimal PointsOut, decimal Balance, IReadOnlyList<PiecesView> Pieces)
{
    public static MovementView Of(TransactionJournal entry, Points balance)
    {
        var amounts = entry.Postings.Select(posting => posting.Amount).ToList();
        return new MovementView(
            entry.At,
            entry.Serial.ToString(),
            entry.Operation,
            entry.IsReversal,
            entry.Store?.Value,
            amounts.Where(amount => amount > Points.Zero).Sum().ToDecimal(),
            (-amounts.Where(amount => amount < Points.Zero).Sum()).ToDecimal(),
            balance.ToDecimal(),
            [.. entry.TicketMovements.Select(movement => new PiecesView(movement.TicketId, movement.Pieces))]);
    }
}
