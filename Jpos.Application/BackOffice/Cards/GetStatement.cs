namespace Jpos.Application.BackOffice.Cards;

/// <summary>Returns a page of a card's statement; null if the caller sees no such card. Each page is consistent: its balances continue those before it.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Number">The card.</param>
/// <param name="From">The beginning of the period, UTC; null for the card's first transaction.</param>
/// <param name="To">The end of the period, exclusive, UTC; null for open.</param>
/// <param name="After">The cursor; null for the first page.</param>
/// <param name="Limit">The size of the page.</param>
public sealed record GetStatement(Caller Caller, CardNumber Number, DateTime? From, DateTime? To, TimeCursor? After, int Limit) : Query<StatementView?>;

public sealed class GetStatementHandler(ICards cards, IPointAccounts accounts, IJournalQueries journal) : IRequestHandler<GetStatement, StatementView?>
{
    public async Task<StatementView?> Handle(GetStatement request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped || await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return null;
        }

        // Balances are computed backwards from now. Most statements are recent, so this avoids a sum over years.
        var balance = (await accounts.Find(card.AccountId, cancellationToken)).Balance;
        async Task<Points> At(TimeCursor timeCursor) => balance - await journal.Moved(card.AccountId, timeCursor, cancellationToken);
        var opening = request.From is { } from ? await At(TimeCursor.Before(from)) : Points.Zero;
        var closing = request.To is { } to ? await At(TimeCursor.Before(to)) : balance;
        var running = request.After is { } after ? await At(after) : opening;

        var movements = await journal.Movements(card.AccountId, request.From, request.To, request.After, request.Limit + 1, cancellationToken);
        var page = Page.Of(
            movements,
            request.Limit,
            entry => MovementView.Of(entry, running += entry.Postings.Select(posting => posting.Amount).Sum()),
            entry => new TimeCursor(entry.At, entry.Serial.Value).ToString());
        return new StatementView(card.Number.Masked, opening.ToDecimal(), closing.ToDecimal(), page.Items, page.Next);
    }
}
