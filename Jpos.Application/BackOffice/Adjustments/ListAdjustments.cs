using Jpos.Application.Time;
using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>Lists adjustments. They are network-wide, so a store-scoped caller sees none.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Card">Only rows of this card; null for all.</param>
/// <param name="State">Only rows in this state; null for all.</param>
/// <param name="PageRequest">The requested page.</param>
public sealed record ListAdjustments(Caller Caller, CardNumber? Card, AdjustmentState? State, PageRequest<PointAdjustment> PageRequest) : Query<Page<AdjustmentView>>
{
    /// <summary>The newest first by default; ascending order shows those that have waited longest.</summary>
    public static readonly SortOrders<PointAdjustment> SortOrders = new("-time", new SortField<PointAdjustment>("time", SortKey.Number<PointAdjustment>(adjustment => adjustment.Id)));
}

public sealed class ListAdjustmentsHandler(IPointAdjustments adjustments, ICards cards, AdjustmentLifetime term, ProgrammeClock clock) : IRequestHandler<ListAdjustments, Page<AdjustmentView>>
{
    public async Task<Page<AdjustmentView>> Handle(ListAdjustments request, CancellationToken cancellationToken)
    {
        var card = request.Card is null ? null : await cards.Find(request.Card, cancellationToken);
        if (request.Caller.IsStoreScoped || (request.Card is not null && card is null))
        {
            return new Page<AdjustmentView>([], null);
        }

        var lapsed = term.ExpiredBefore(clock.Now.Utc);
        var rows = await adjustments.List(card?.AccountId, request.State, lapsed, request.PageRequest, cancellationToken);
        var numbers = await cards.Numbers([.. rows.Select(row => row.CardId).Distinct()], cancellationToken);
        return Page.Of(rows, request.PageRequest, row => AdjustmentView.Of(row, numbers[row.CardId], lapsed));
    }
}
