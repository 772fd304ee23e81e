using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>Adds points to a card or takes points from it. Above a daily limit of the person, for the card or for all cards, the adjustment waits for a second person's approval.</summary>
/// <param name="Card">The card.</param>
/// <param name="Points">The points to add; negative to take points; never zero.</param>
/// <param name="ExpiresOn">The last day of added points; null for the same as for a gift.</param>
/// <param name="Reason">The reason.</param>
public sealed record AdjustPoints(CardNumber Card, Points Points, DateOnly? ExpiresOn, string Reason) : Command<AdjustmentView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> LockedCards => [Card];
}

public sealed class AdjustPointsHandler(IPointAdjustments adjustments, ICards cards, PersonDailyLimit personal, Adjusting adjusting, INumberSequence numbers, CommandAudit steps) : IRequestHandler<AdjustPoints, CommandResult<AdjustmentView>>
{
    public async Task<CommandResult<AdjustmentView>> Handle(AdjustPoints request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        var now = steps.Now;
        if (request.ExpiresOn < now.Today)
        {
            return new Problem(FailureKind.Invalid, "expiresOn must not be in the past.", "expiresOn");
        }

        if (await cards.Find(request.Card, cancellationToken) is not { } card)
        {
            return CommandAudit.NotFound;
        }

        if (card.State is CardState.Closed)
        {
            return Adjusting.Closed;
        }

        var (limits, byPerson) = (await personal.Limits(now, cancellationToken), await personal.Today(request.Caller.Person, now, cancellationToken));
        var adjustment = new PointAdjustment(numbers.Next(), card.AccountId, card.Id, request.Points, request.ExpiresOn, request.Reason, request.Caller.Name, request.Caller.Person, now);
        adjustments.Add(adjustment);
        if (!byPerson.Exceeds(request.Points, limits.OfPerson)
            && !adjustment.NeedsSecondPerson(limits.OfCard, await adjustments.MovedAlone(card.AccountId, now.Today, cancellationToken)))
        {
            if (await adjusting.Move(adjustment, card, now, cancellationToken) is { } refused)
            {
                return refused;
            }

            byPerson.Add(request.Points);
        }

        steps.Log(request, AdjustmentView.Subject(adjustment.Id), null, AdjustmentView.Logged(adjustment, card.Number));
        return CommandResult.Created(AdjustmentView.Of(adjustment, card.Number));
    }
}
