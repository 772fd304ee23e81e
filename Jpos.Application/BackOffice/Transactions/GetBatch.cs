namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Returns one batch with its settlement: both sides' totals and their differences. Null if the caller sees none with this id.</summary>
public sealed record GetBatch(Caller Caller, long Id) : Query<BatchView?>;

public sealed class GetBatchHandler(IBatches batches) : IRequestHandler<GetBatch, BatchView?>
{
    public async Task<BatchView?> Handle(GetBatch request, CancellationToken cancellationToken) =>
        await batches.Find(request.Id, cancellationToken) is { } batch && request.Caller.CanSee(batch.StoreNumber)
            ? BatchView.Of(batch, await batches.FindSettlement(batch.Id, cancellationToken))
            : null;
}
