using Jpos.Application.Time;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Lists the cards. They are network-wide, so a store-scoped caller sees none.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Product">Only rows of this product; null for all.</param>
/// <param name="State">Only rows in this state; null for all.</param>
/// <param name="Member">Only rows of this member; null for all.</param>
/// <param name="PageRequest">The requested page.</param>
public sealed record ListCards(Caller Caller, long? Product, CardState? State, long? Member, PageRequest<Card> PageRequest) : Query<Page<CardView>>
{
    /// <summary>Descending order shows the end of the last range, where the next one begins.</summary>
    public static readonly SortOrders<Card> SortOrders = new("number", new SortField<Card>("number", SortKey.Text<Card>(card => card.Number.Value, text => CardNumber.TryParse(text, out _))));
}

public sealed class ListCardsHandler(ICards cards, IPointAccounts accounts, ProgrammeClock clock) : IRequestHandler<ListCards, Page<CardView>>
{
    public async Task<Page<CardView>> Handle(ListCards request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return new Page<CardView>([], null);
        }

        var rows = await cards.List(request.Product, request.State, request.Member, request.PageRequest, cancellationToken);
        var (accountOf, now) = (await accounts.Find([.. rows.Select(card => card.AccountId).Distinct()], cancellationToken), clock.Now);
        return Page.Of(rows, request.PageRequest, card => CardView.Of(card, accountOf[card.AccountId], now));
    }
}
