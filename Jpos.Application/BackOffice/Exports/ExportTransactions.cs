using System.Runtime.CompilerServices;
using Jpos.Application.BackOffice.Transactions;

namespace Jpos.Application.BackOffice.Exports;

/// <summary>Exports the journal of a period that the caller may see, by time. An entry without a terminal belongs to no store.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="From">The beginning of the period, UTC.</param>
/// <param name="To">The end of the period, exclusive, UTC.</param>
/// <param name="Store">Only rows of this store; null for all.</param>
/// <param name="Terminal">Only rows of this terminal; null for all.</param>
public sealed record ExportTransactions(Caller Caller, DateTime From, DateTime To, StoreNumber? Store, TerminalNumber? Terminal) : IRequest<ExportTable>;

public sealed class ExportTransactionsHandler(IJournalQueries journal, IExportReader reads, ExportZone zones) : IRequestHandler<ExportTransactions, ExportTable>
{
    private static readonly string[] Columns =
    [
        "serial", "at", "businessDay", "store", "terminal", "batch", "trace", "operation", "isReversal", "code", "card", "cardId", "account", "member", "registerTrace", "pointAmount", "cashAmount", "ticketAmount", "voucherAmount", "used", "awarded",
        "rate", "multiplier", "status", "original",
    ];

    public async Task<ExportTable> Handle(ExportTransactions request, CancellationToken cancellationToken) => new("transactions", Columns, Rows(request, cancellationToken))
    {
        Instants = ["at"],
        Zone = await zones.Of(request.Store is { } store ? [store] : request.Caller.Stores, cancellationToken),
    };

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(ExportTransactions request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (request.Store is { } named && !request.Caller.CanSee(named))
        {
            yield break;
        }

        var stores = request.Store is { } store ? [store] : request.Caller.Stores;
        var (from, after) = (request.From, (SerialNumber?)null);
        while (true)
        {
            var some = await reads.Read(stop => journal.Between(from, request.To, stores, request.Terminal, after, ExportTable.ChunkSize, stop), cancellation);
            foreach (var entry in some)
            {
                var view = TransactionView.Of(entry);
                yield return
                [
                    view.Serial, view.At, view.BusinessDay, entry.Store?.Value, view.Terminal, ExportTable.Id(view.BatchId), view.Trace, ExportTable.Word(view.Operation), view.IsReversal, view.Code, view.Card,
                    ExportTable.Id(view.CardId), ExportTable.Id(view.Account), ExportTable.Id(view.Member), view.RegisterTrace, view.PointAmount, view.CashAmount, view.TicketAmount, view.VoucherAmount, view.Used, view.Awarded, view.Gift?.Rate, view.Gift?.Multiplier, ExportTable.Word(view.Status), view.Original,
                ];
            }

            if (some.Count < ExportTable.ChunkSize)
            {
                yield break;
            }

            (from, after) = (some[^1].At, some[^1].Serial);
        }
    }
}
