using Jpos.Application.BackOffice.Transactions;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using MediatR;

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

/// <summary>What became of a card's points and tickets in a time.</summary>
/// <param name="Card">First 6 and last 4 digits.</param>
/// <param name="Opening">All its points when the time began.</param>
/// <param name="Closing">All its points when it ended, or now.</param>
/// <param name="Items">What moved them, the oldest first.</param>
/// <param name="Next">After which the list goes on; null at its end.</param>
public sealed record StatementView(string Card, decimal Opening, decimal Closing, IReadOnlyList<MovementView> Items, string? Next);

/// <summary>A card's statement, page by page; null if there is no card that the caller sees. Every page agrees with itself: its balances go on from what stood before it.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Number">The card.</param>
/// <param name="From">When the time begins, UTC; null for with the card.</param>
/// <param name="To">Before when it ends, UTC; null for not yet.</param>
/// <param name="After">Where the list goes on; null for its beginning.</param>
/// <param name="Limit">How many.</param>
public sealed record LookAtStatement(Caller Caller, CardNumber Number, DateTime? From, DateTime? To, Place? After, int Limit) : Look<StatementView?>;

public sealed class LookAtStatementHandler(ICards cards, IPointAccounts accounts, ITransactionJournal journal) : IRequestHandler<LookAtStatement, StatementView?>
{
    public async Task<StatementView?> Handle(LookAtStatement request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores || await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return null;
        }

        // Backwards from now: what is asked for is mostly of late, and nobody adds up years for it.
        var balance = (await accounts.OfCard(card.Id, cancellationToken)).Balance;
        async Task<Points> At(Place place) => balance - await journal.Moved(card.Id, place, cancellationToken);
        var opening = request.From is { } from ? await At(Place.Before(from)) : Points.Zero;
        var closing = request.To is { } to ? await At(Place.Before(to)) : balance;
        var running = request.After is { } after ? await At(after) : opening;

        var movements = await journal.Movements(card.Id, request.From, request.To, request.After, request.Limit + 1, cancellationToken);
        var page = Page.Of(
            movements,
            request.Limit,
            entry => MovementView.Of(entry, running += entry.Postings.Select(posting => posting.Amount).Sum()),
            entry => new Place(entry.At, entry.Serial.Value).ToString());
        return new StatementView(card.Number.Masked, opening.ToDecimal(), closing.ToDecimal(), page.Items, page.Next);
    }
}
