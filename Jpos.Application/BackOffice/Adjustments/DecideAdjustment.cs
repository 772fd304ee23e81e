using Jpos.Application.BackOffice.Access;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>A second person approves an adjustment that waits, and its points move; or refuses it for good.</summary>
/// <param name="Card">The card.</param>
/// <param name="Id">The adjustment.</param>
/// <param name="Approved">It is to be done.</param>
/// <param name="Reason">Why.</param>
public sealed record DecideAdjustment(CardNumber Card, long Id, bool Approved, string Reason) : Act<AdjustmentView>
{
    public override IReadOnlyList<WrittenText> Texts => [new("reason", Reason)];

    public override IReadOnlyCollection<CardNumber> TouchesCards => [Card];
}

public sealed class DecideAdjustmentHandler(IPointAdjustments adjustments, ICards cards, IApiKeys keys, IAudit audit, AdjustmentTerm term, Adjusting adjusting, ActSteps steps) : IRequestHandler<DecideAdjustment, Result<AdjustmentView>>
{
    public async Task<Result<AdjustmentView>> Handle(DecideAdjustment request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await cards.Find(request.Card, cancellationToken) is not { } card || await adjustments.Find(request.Id, cancellationToken) is not { } adjustment || adjustment.CardId != card.Id)
        {
            return ActSteps.Missing;
        }

        if (await RefusePerson(request.Caller, adjustment, cancellationToken) is { } forbidden)
        {
            return forbidden;
        }

        if (Refuse(request, adjustment, card, steps.Now) is { } problem)
        {
            return problem;
        }

        var before = AdjustmentView.Logged(adjustment, card.Number);
        adjustment.Decide(request.Approved, request.Caller.Name, request.Reason, steps.Now.Utc);
        if (request.Approved && await adjusting.Move(adjustment, card, steps.Now, cancellationToken) is { } refused)
        {
            return refused;
        }

        steps.Log(request, AdjustmentView.Subject(adjustment.Id), before, AdjustmentView.Logged(adjustment, card.Number));
        return AdjustmentView.Of(adjustment, card.Number);
    }

    /// <summary>An API key is no second person if who asked may have made it for this.</summary>
    private async Task<Problem?> RefusePerson(Caller caller, PointAdjustment adjustment, CancellationToken cancellation)
    {
        if (adjustment.AskedBy == caller.Name)
        {
            return new Problem(Failure.Forbidden, "You asked for it yourself: a second person decides.");
        }

        if (caller.KeyId is not { } id)
        {
            return null;
        }

        if (await keys.Find(id, cancellation) is not { } key || key.MadeAt > adjustment.AskedAt)
        {
            return new Problem(Failure.Forbidden, "Your API key was made after it was asked for: whoever had a key before decides.");
        }

        return (await audit.First(ApiKeyView.Subject(id), cancellation))?.Who == adjustment.AskedBy
            ? new Problem(Failure.Forbidden, "Your API key was made by who asked for it: somebody else decides.")
            : null;
    }

    private Problem? Refuse(DecideAdjustment request, PointAdjustment adjustment, Card card, Moment now)
    {
        var state = adjustment.StateWhen(term.LapsedUpTo(now.Utc));
        if (state is not AdjustmentState.Waiting)
        {
            return new Problem(Failure.Conflict, state is AdjustmentState.Lapsed ? "It has waited for too long: ask for it again." : "It was decided before.");
        }

        if (request.Approved && card.State is CardState.Closed)
        {
            return Adjusting.Closed;
        }

        return request.Approved && adjustment.ExpiresOn < now.Today ? new Problem(Failure.Conflict, "The last day of its points has passed.") : null;
    }
}
