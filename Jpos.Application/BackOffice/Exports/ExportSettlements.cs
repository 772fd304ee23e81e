using System.Runtime.CompilerServices;
using Jpos.Application.BackOffice.Transactions;

namespace Jpos.Application.BackOffice.Exports;

/// <summary>Exports the settlements of a period that the caller may see, by time, with the totals of both sides.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="From">The beginning of the period, UTC.</param>
/// <param name="To">The end of the period, exclusive, UTC.</param>
/// <param name="Store">Only rows of this store; null for all.</param>
public sealed record ExportSettlements(Caller Caller, DateTime From, DateTime To, StoreNumber? Store) : IRequest<ExportTable>;

public sealed class ExportSettlementsHandler(IBatches batches, IExportReader reads, ExportZone zones) : IRequestHandler<ExportSettlements, ExportTable>
{
    private static readonly (string Name, Func<TotalsView, object> Of)[] Figures =
    [
        ("PointDebitCount", totals => totals.PointDebitCount),
        ("PointDebitAmount", totals => totals.PointDebitAmount),
        ("PointCreditCount", totals => totals.PointCreditCount),
        ("PointCreditAmount", totals => totals.PointCreditAmount),
        ("TicketDebitCount", totals => totals.TicketDebitCount),
        ("TicketDebitAmount", totals => totals.TicketDebitAmount),
        ("TicketCreditCount", totals => totals.TicketCreditCount),
        ("TicketCreditAmount", totals => totals.TicketCreditAmount),
        ("TotalTransCount", totals => totals.TotalTransCount),
        ("CancelCount", totals => totals.CancelCount),
        ("RefundCount", totals => totals.RefundCount),
        ("CardActiveCount", totals => totals.CardActiveCount),
    ];

    private static readonly string[] Columns =
        ["batch", "store", "terminal", "number", "openedAt", "settledAt", "flag", .. Figures.Select(figure => $"host{figure.Name}"), .. Figures.Select(figure => $"terminal{figure.Name}")];

    public async Task<ExportTable> Handle(ExportSettlements request, CancellationToken cancellationToken) => new("settlements", Columns, Rows(request, cancellationToken))
    {
        Instants = ["openedAt", "settledAt"],
        Zone = await zones.Of(request.Store is { } store ? [store] : request.Caller.Stores, cancellationToken),
    };

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(ExportSettlements request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (request.Store is { } named && !request.Caller.CanSee(named))
        {
            yield break;
        }

        var stores = request.Store is { } store ? [store] : request.Caller.Stores;
        var (from, after) = (request.From, (long?)null);
        while (true)
        {
            var some = await reads.Read(stop => batches.Settled(from, request.To, stores, after, ExportTable.ChunkSize, stop), cancellation);
            foreach (var (batch, settlement) in some)
            {
                var view = BatchView.Of(batch, settlement);
                yield return
                [
                    ExportTable.Id(view.Id), view.Store, view.Terminal, view.Number, view.OpenedAt, view.Settlement!.At, view.Settlement.Flag,
                    .. Figures.Select(figure => figure.Of(view.Host)), .. Figures.Select(figure => figure.Of(view.Settlement.Terminal)),
                ];
            }

            if (some.Count < ExportTable.ChunkSize)
            {
                yield break;
            }

            (from, after) = (some[^1].Settlement.SettledAt, some[^1].Batch.Id);
        }
    }
}
