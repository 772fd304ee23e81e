using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>What is recorded of a batch, by serial number; null if there is no batch that the caller sees.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="BatchId">The batch.</param>
/// <param name="Status">Only what is in this state; null for all.</param>
/// <param name="After">Those with higher serial numbers; null for the first.</param>
/// <param name="Limit">How many.</param>
public sealed record ListTransactionsOfBatch(Caller Caller, long BatchId, EntryStatus? Status, SerialNumber? After, int Limit) : Query<Page<TransactionView>?>;

public sealed class ListTransactionsOfBatchHandler(IBatches batches, IJournalQueries journal) : IRequestHandler<ListTransactionsOfBatch, Page<TransactionView>?>
{
    public async Task<Page<TransactionView>?> Handle(ListTransactionsOfBatch request, CancellationToken cancellationToken) =>
        await batches.Find(request.BatchId, cancellationToken) is { } batch && request.Caller.CanSee(batch.StoreNumber)
            ? Page.Of(
                await journal.OfBatch(batch.Id, request.Status, request.After, request.Limit + 1, cancellationToken), request.Limit, TransactionView.Of, entry => entry.Serial.ToString())
            : null;
}
