using Jpos.Application.BackOffice.Cards;
using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>Sets a card's counts of wrong PINs to zero. The PIN stays.</summary>
/// <param name="Number">The card.</param>
/// <param name="Reason">Why, for who reads the audit log.</param>
public sealed record UnlockPin(CardNumber Number, string Reason) : Act<CardView>
{
    public override IReadOnlyList<WrittenText> Texts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> TouchesCards => [Number];
}

public sealed class UnlockPinHandler(ICards cards, IPointAccounts accounts, ActSteps steps) : IRequestHandler<UnlockPin, Result<CardView>>
{
    public async Task<Result<CardView>> Handle(UnlockPin request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await cards.Find(request.Number, cancellationToken) is not { } card)
        {
            return ActSteps.Missing;
        }

        if (!card.HasPin)
        {
            return new Problem(Failure.Conflict, "The card has no PIN.");
        }

        var account = await accounts.OfCard(card.Id, cancellationToken);
        var before = LoggedPin.Of(card, steps.Now, null, null);
        card.UnlockPin();
        steps.Log(request, CardView.Subject(card), before, LoggedPin.Of(card, steps.Now, null, request.Reason));
        return CardView.Of(card, account, steps.Now);
    }
}
