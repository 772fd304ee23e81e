using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Changes whether a card may be used. Payments of the same moment come before it or after it.</summary>
/// <param name="Number">The card.</param>
/// <param name="State">What it becomes.</param>
/// <param name="Reason">Why, for who reads the audit log.</param>
public sealed record ChangeCardState(CardNumber Number, CardState State, string Reason) : Act<CardView>
{
    public override IReadOnlyList<WrittenText> Texts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> TouchesCards => [Number];
}

public sealed class ChangeCardStateHandler(ICards cards, IPointAccounts accounts, ActSteps steps) : IRequestHandler<ChangeCardState, Result<CardView>>
{
    public async Task<Result<CardView>> Handle(ChangeCardState request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return ActSteps.Missing;
        }

        if (!card.MayBecome(request.State))
        {
            return new Problem(Failure.Conflict, "The card's present state does not allow this, or it belongs to nobody yet.", "state");
        }

        var account = await accounts.OfCard(card.Id, cancellationToken);
        var before = CardView.Of(card, account, steps.Now);
        card.Become(request.State);
        var after = before with { State = card.State };
        steps.Log(request, CardView.Subject(card), LoggedCard.Of(card, before, null), LoggedCard.Of(card, after, request.Reason));
        return after;
    }
}
