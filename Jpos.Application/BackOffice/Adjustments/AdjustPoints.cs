using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>Adds points to a card or takes some from it: at once, or, above the limits of one person in a day, for a card or for all cards together, when a second person says so.</summary>
/// <param name="Card">The card.</param>
/// <param name="Points">What it gains; below zero, loses; never zero.</param>
/// <param name="ExpiresOn">The last day of points that it gains; null for that of a gift.</param>
/// <param name="Reason">Why.</param>
public sealed record AdjustPoints(CardNumber Card, Points Points, DateOnly? ExpiresOn, string Reason) : Command<AdjustmentView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> LockedCards => [Card];
}

public sealed class AdjustPointsHandler(IPointAdjustments adjustments, ICards cards, PersonDailyLimit personal, Adjusting adjusting, CommandAudit steps) : IRequestHandler<AdjustPoints, CommandResult<AdjustmentView>>
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
            return new Problem(FailureKind.Invalid, "This day has passed.", "expiresOn");
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
        var adjustment = new PointAdjustment(card.Id, request.Points, request.ExpiresOn, request.Reason, request.Caller.Name, request.Caller.Person, now);
        await adjustments.Add(adjustment, cancellationToken);
        if (!byPerson.Exceeds(request.Points, limits.OfPerson)
            && !adjustment.NeedsSecondPerson(limits.OfCard, await adjustments.MovedAlone(card.Id, now.Today, cancellationToken)))
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
