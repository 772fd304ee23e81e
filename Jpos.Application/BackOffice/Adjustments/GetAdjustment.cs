using Jpos.Application.Time;
using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>Returns one adjustment; null if the caller sees none with this id.</summary>
public sealed record GetAdjustment(Caller Caller, long Id) : Query<AdjustmentView?>;

public sealed class GetAdjustmentHandler(IPointAdjustments adjustments, ICards cards, AdjustmentLifetime term, ProgrammeClock clock) : IRequestHandler<GetAdjustment, AdjustmentView?>
{
    public async Task<AdjustmentView?> Handle(GetAdjustment request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await adjustments.Find(request.Id, cancellationToken) is { } adjustment
            ? AdjustmentView.Of(adjustment, (await cards.Numbers([adjustment.CardId], cancellationToken))[adjustment.CardId], term.ExpiredBefore(clock.Now.Utc))
            : null;
}
