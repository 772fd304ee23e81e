using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain.Accounts;
using MediatR;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>One adjustment; null if there is none that the caller sees.</summary>
public sealed record LookAtAdjustment(Caller Caller, long Id) : Look<AdjustmentView?>;

public sealed class LookAtAdjustmentHandler(IPointAdjustments adjustments, ICards cards, AdjustmentTerm term, ProgrammeClock clock) : IRequestHandler<LookAtAdjustment, AdjustmentView?>
{
    public async Task<AdjustmentView?> Handle(LookAtAdjustment request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await adjustments.Find(request.Id, cancellationToken) is { } adjustment
            ? AdjustmentView.Of(adjustment, (await cards.Numbers([adjustment.CardId], cancellationToken))[adjustment.CardId], term.LapsedUpTo(clock.Now.Utc))
            : null;
}
