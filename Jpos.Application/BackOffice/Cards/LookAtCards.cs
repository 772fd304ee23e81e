using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>One card; null if there is none that the caller sees.</summary>
public sealed record LookAtCard(Caller Caller, CardNumber Number) : Look<CardView?>;

public sealed class LookAtCardHandler(ICards cards, IPointAccounts accounts, ProgrammeClock clock) : IRequestHandler<LookAtCard, CardView?>
{
    public async Task<CardView?> Handle(LookAtCard request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await cards.Find(request.Number, cancellationToken) is { } card
            ? CardView.Of(card, await accounts.OfCard(card.Id, cancellationToken), clock.Now)
            : null;
}

/// <summary>The cards, sorted by number. They are of no store: who is of some sees none of them.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Product">Only those of this product; null for all.</param>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="Member">Only those of this member; null for all.</param>
/// <param name="After">Those with higher numbers; null for the first.</param>
/// <param name="Limit">How many.</param>
public sealed record ListCards(Caller Caller, long? Product, CardState? State, long? Member, CardNumber? After, int Limit) : Look<Page<CardView>>;

public sealed class ListCardsHandler(ICards cards, IPointAccounts accounts, ProgrammeClock clock) : IRequestHandler<ListCards, Page<CardView>>
{
    public async Task<Page<CardView>> Handle(ListCards request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return new Page<CardView>([], null);
        }

        var rows = await cards.List(request.After, request.Product, request.State, request.Member, request.Limit + 1, cancellationToken);
        var (accountOf, now) = (await accounts.OfCards(rows.Select(card => card.Id), cancellationToken), clock.Now);
        return Page.Of(rows, request.Limit, card => CardView.Of(card, accountOf[card.Id], now), card => card.Number.Value);
    }
}
