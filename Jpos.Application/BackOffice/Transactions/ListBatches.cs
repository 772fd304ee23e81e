using Jpos.Domain.Batches;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Batches with their settlements.</summary>
/// <param name="Caller">Who asks. Who is of some stores sees what was opened there.</param>
/// <param name="Filter">Which of them.</param>
/// <param name="PageRequest">Which part of the list.</param>
public sealed record ListBatches(Caller Caller, BatchFilter Filter, PageRequest<Batch> PageRequest) : Query<Page<BatchView>>
{
    /// <summary>Those that were opened last first, unless somebody wants those that have been open longest.</summary>
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
