using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>One batch with its settlement, both sides and what they differ by; null if there is none that the caller sees.</summary>
public sealed record LookAtBatch(Caller Caller, long Id) : Look<BatchView?>;

public sealed class LookAtBatchHandler(IBatches batches) : IRequestHandler<LookAtBatch, BatchView?>
{
    public async Task<BatchView?> Handle(LookAtBatch request, CancellationToken cancellationToken) =>
        await batches.Find(request.Id, cancellationToken) is { } batch && request.Caller.Sees(batch.StoreNumber)
            ? BatchView.Of(batch, await batches.FindSettlement(batch.Id, cancellationToken))
            : null;
}
