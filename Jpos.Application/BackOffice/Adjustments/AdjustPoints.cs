using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>Adds points to a card or takes some from it: at once, or, above the limit of one person for a card in a day, when a second person says so.</summary>
/// <param name="Card">The card.</param>
/// <param name="Points">What it gains; below zero, loses; never zero.</param>
/// <param name="ExpiresOn">The last day of points that it gains; null for that of a gift.</param>
/// <param name="Reason">Why.</param>
public sealed record AdjustPoints(CardNumber Card, Points Points, DateOnly? ExpiresOn, string Reason) : Act<AdjustmentView>
{
    public override IReadOnlyList<WrittenText> Texts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> TouchesCards => [Card];
}

public sealed class AdjustPointsHandler(IPointAdjustments adjustments, ICards cards, IProgrammes programmes, Adjusting adjusting, ActSteps steps) : IRequestHandler<AdjustPoints, Result<AdjustmentView>>
{
    public async Task<Result<AdjustmentView>> Handle(AdjustPoints request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        var now = steps.Now;
        if (request.ExpiresOn < now.Today)
        {
            return new Problem(Failure.Invalid, "This day has passed.", "expiresOn");
        }

        if (await cards.Find(request.Card, cancellationToken) is not { } card)
        {
            return ActSteps.Missing;
        }

        if (card.State is CardState.Closed)
        {
            return Adjusting.Closed;
        }

        // Who raises the limit waits a day before it helps them: else one person would be enough for everything.
        var limit = await programmes.LowestAdjustmentLimit(now.Utc.AddDays(-1), cancellationToken);
        var adjustment = new PointAdjustment(card.Id, request.Points, request.ExpiresOn, request.Reason, request.Caller.Name, now);
        await adjustments.Add(adjustment, cancellationToken);
        if (!adjustment.NeedsSecondPerson(limit, await adjustments.MovedAlone(card.Id, now.Today, cancellationToken))
            && await adjusting.Move(adjustment, card, now, cancellationToken) is { } refused)
        {
            return refused;
        }

        steps.Log(request, AdjustmentView.Subject(adjustment.Id), null, AdjustmentView.Logged(adjustment, card.Number));
        return Result.New(AdjustmentView.Of(adjustment, card.Number));
    }
}
