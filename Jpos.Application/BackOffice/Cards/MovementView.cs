using Jpos.Application.BackOffice.Transactions;
using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>What one transaction moved on a card.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="Operation">What it does; for a reversal, what its original does.</param>
/// <param name="IsReversal">It is a reversal.</param>
/// <param name="Store">Where; null for what no terminal did.</param>
/// <param name="PointsIn">What the card gained.</param>
/// <param name="PointsOut">What it lost.</param>
/// <param name="Balance">All its points afterwards.</param>
/// <param name="Pieces">Which pieces of tickets it gained or lost.</param>
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
            entry.Batch?.StoreNumber.Value,
            amounts.Where(amount => amount > Points.Zero).Sum().ToDecimal(),
            (-amounts.Where(amount => amount < Points.Zero).Sum()).ToDecimal(),
            balance.ToDecimal(),
            [.. entry.TicketMovements.Select(movement => new PiecesView(movement.TicketId, movement.Pieces))]);
    }
}
