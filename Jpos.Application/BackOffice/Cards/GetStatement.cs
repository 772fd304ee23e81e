namespace Jpos.Application.BackOffice.Cards;

/// <summary>A card's statement, page by page; null if there is no card that the caller sees. Every page agrees with itself: its balances go on from what stood before it.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Number">The card.</param>
/// <param name="From">When the time begins, UTC; null for with the card.</param>
/// <param name="To">Before when it ends, UTC; null for not yet.</param>
/// <param name="After">Where the list goes on; null for its beginning.</param>
/// <param name="Limit">How many.</param>
public sealed record GetStatement(Caller Caller, CardNumber Number, DateTime? From, DateTime? To, TimeCursor? After, int Limit) : Query<StatementView?>;

public sealed class GetStatementHandler(ICards cards, IPointAccounts accounts, IJournalQueries journal) : IRequestHandler<GetStatement, StatementView?>
{
    public async Task<StatementView?> Handle(GetStatement request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped || await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return null;
        }

        // Backwards from now: what is asked for is mostly of late, and nobody adds up years for it.
        var balance = (await accounts.OfCard(card.Id, cancellationToken)).Balance;
        async Task<Points> At(TimeCursor timeCursor) => balance - await journal.Moved(card.Id, timeCursor, cancellationToken);
        var opening = request.From is { } from ? await At(TimeCursor.Before(from)) : Points.Zero;
        var closing = request.To is { } to ? await At(TimeCursor.Before(to)) : balance;
        var running = request.After is { } after ? await At(after) : opening;

        var movements = await journal.Movements(card.Id, request.From, request.To, request.After, request.Limit + 1, cancellationToken);
        var page = Page.Of(
            movements,
            request.Limit,
            entry => MovementView.Of(entry, running += entry.Postings.Select(posting => posting.Amount).Sum()),
            entry => new TimeCursor(entry.At, entry.Serial.Value).ToString());
        return new StatementView(card.Number.Masked, opening.ToDecimal(), closing.ToDecimal(), page.Items, page.Next);
    }
}
