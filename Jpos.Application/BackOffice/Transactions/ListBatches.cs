using Jpos.Domain.Batches;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Lists batches with their settlements.</summary>
/// <param name="Caller">The caller. A store-scoped caller sees batches of its stores only.</param>
/// <param name="Filter">The filter.</param>
/// <param name="PageRequest">The requested page.</param>
public sealed record ListBatches(Caller Caller, BatchFilter Filter, PageRequest<Batch> PageRequest) : Query<Page<BatchView>>
{
    /// <summary>The last opened first by default; ascending order shows those that have been open longest.</summary>
    public static readonly SortOrders<Batch> SortOrders = new("-time", new SortField<Batch>("time", SortKey.Number<Batch>(batch => batch.Id), SortKey.Time<Batch>(batch => batch.OpenedAt)));
}

public sealed class ListBatchesHandler(IBatches batches) : IRequestHandler<ListBatches, Page<BatchView>>
{
    public async Task<Page<BatchView>> Handle(ListBatches request, CancellationToken cancellationToken)
    {
        var found = await batches.List(request.Filter with { Stores = request.Caller.Stores }, request.PageRequest, cancellationToken);
        var settlements = await batches.SettlementsOf(found.Select(batch => batch.Id), cancellationToken);
        return Page.Of(found, request.PageRequest, batch => BatchView.Of(batch, settlements.GetValueOrDefault(batch.Id)));
    }
}
