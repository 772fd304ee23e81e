using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Lists the entries of a batch by serial number; null if the caller sees no such batch.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="BatchId">The batch's id.</param>
/// <param name="Status">Only entries with this status; null for all.</param>
/// <param name="After">The cursor: the last serial number of the previous page; null for the first page.</param>
/// <param name="Limit">The size of the page.</param>
public sealed record ListTransactionsOfBatch(Caller Caller, long BatchId, EntryStatus? Status, SerialNumber? After, int Limit) : Query<Page<TransactionView>?>;

public sealed class ListTransactionsOfBatchHandler(IBatches batches, IJournalQueries journal) : IRequestHandler<ListTransactionsOfBatch, Page<TransactionView>?>
{
    public async Task<Page<TransactionView>?> Handle(ListTransactionsOfBatch request, CancellationToken cancellationToken) =>
        await batches.Find(request.BatchId, cancellationToken) is { } batch && request.Caller.CanSee(batch.StoreNumber)
            ? Page.Of(
                await journal.OfBatch(batch.Id, request.Status, request.After, request.Limit + 1, cancellationToken), request.Limit, TransactionView.Of, entry => entry.Serial.ToString())
            : null;
}
