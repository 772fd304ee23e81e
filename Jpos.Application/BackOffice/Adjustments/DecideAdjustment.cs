using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>Approves or refuses a waiting adjustment, as a second person. An approval moves the points; a refusal is final.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The adjustment's id.</param>
/// <param name="Approved">Whether the adjustment is approved.</param>
/// <param name="Reason">The reason.</param>
public sealed record DecideAdjustment(CardNumber Card, long Id, bool Approved, string Reason) : Command<AdjustmentView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> LockedCards => [Card];
}

public sealed class DecideAdjustmentHandler(IPointAdjustments adjustments, ICards cards, AdjustmentLifetime term, PersonDailyLimit personal, Adjusting adjusting, CommandAudit steps) : IRequestHandler<DecideAdjustment, CommandResult<AdjustmentView>>
{
    public async Task<CommandResult<AdjustmentView>> Handle(DecideAdjustment request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await cards.Find(request.Card, cancellationToken) is not { } card || await adjustments.Find(request.Id, cancellationToken) is not { } adjustment || adjustment.AccountId != card.AccountId)
        {
            return CommandAudit.NotFound;
        }

        if (request.Caller.RefuseApprovalOf(adjustment.Person) is { } forbidden)
        {
            return forbidden;
        }

        if (Refuse(request, adjustment, card, steps.Now) is { } problem)
        {
            return problem;
        }

        var before = AdjustmentView.Logged(adjustment, card.Number);
        adjustment.Decide(request.Approved, request.Caller.Name, request.Reason, steps.Now.Utc);
        if (request.Approved)
        {
            if (await adjusting.Move(adjustment, card, steps.Now, cancellationToken) is { } refused)
            {
                return refused;
            }

            (await personal.Today(adjustment.Person, steps.Now, cancellationToken)).Add(adjustment.Points);
        }

        steps.Log(request, AdjustmentView.Subject(adjustment.Id), before, AdjustmentView.Logged(adjustment, card.Number));
        return AdjustmentView.Of(adjustment, card.Number);
    }

    private Problem? Refuse(DecideAdjustment request, PointAdjustment adjustment, Card card, Moment now)
    {
        var state = adjustment.StateWhen(term.ExpiredBefore(now.Utc));
        if (state is not AdjustmentState.Pending)
        {
            return new Problem(FailureKind.Conflict, state is AdjustmentState.Expired ? "The request has expired. Create the adjustment again." : "The adjustment was decided before.");
        }

        if (request.Approved && card.State is CardState.Closed)
        {
            return Adjusting.Closed;
        }

        return request.Approved && adjustment.ExpiresOn < now.Today ? new Problem(FailureKind.Conflict, "The last day of these points has passed. Refuse the adjustment and create a new one.") : null;
    }
}
