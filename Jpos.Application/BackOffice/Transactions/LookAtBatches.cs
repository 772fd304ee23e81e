using System.Globalization;
using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
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

/// <summary>The batches of a terminal, the newest first; none of a terminal that the caller does not see.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Terminal">The terminal.</param>
/// <param name="Before">Those opened before this moment, UTC; null for the newest.</param>
/// <param name="Limit">How many.</param>
public sealed record ListBatches(Caller Caller, TerminalNumber Terminal, DateTime? Before, int Limit) : Look<Page<BatchView>>;

public sealed class ListBatchesHandler(IBatches batches) : IRequestHandler<ListBatches, Page<BatchView>>
{
    public async Task<Page<BatchView>> Handle(ListBatches request, CancellationToken cancellationToken) => Page.Of(
        await batches.List(request.Terminal, request.Caller.Stores, request.Before, request.Limit + 1, cancellationToken),
        request.Limit,
        BatchView.Of,
        batch => batch.OpenedAt.Ticks.ToString(CultureInfo.InvariantCulture));
}
