using Jpos.Application.Ports;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>One record of the journal with all that it moved; null if there is none that the caller sees. What no terminal sent belongs to no store.</summary>
public sealed record LookAtTransaction(Caller Caller, SerialNumber Serial) : Look<TransactionView?>;

public sealed class LookAtTransactionHandler(ITransactionJournal journal) : IRequestHandler<LookAtTransaction, TransactionView?>
{
    public async Task<TransactionView?> Handle(LookAtTransaction request, CancellationToken cancellationToken)
    {
        if (await journal.Find(request.Serial, cancellationToken) is not { } found || !Sees(request.Caller, found))
        {
            return null;
        }

        var family = await journal.Family(found.Root, cancellationToken);
        return TransactionView.Of(family[found.Serial], family);
    }

    private static bool Sees(Caller caller, TransactionJournal entry) => entry.Batch is { } batch ? caller.Sees(batch.StoreNumber) : !caller.IsOfSomeStores;
}

/// <summary>What is recorded of a batch, by serial number; null if there is no batch that the caller sees.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="BatchId">The batch.</param>
/// <param name="Standing">Only what is in this state; null for all.</param>
/// <param name="After">Those with higher serial numbers; null for the first.</param>
/// <param name="Limit">How many.</param>
public sealed record ListTransactionsOfBatch(Caller Caller, long BatchId, Standing? Standing, SerialNumber? After, int Limit) : Look<Page<TransactionView>?>;

public sealed class ListTransactionsOfBatchHandler(IBatches batches, ITransactionJournal journal) : IRequestHandler<ListTransactionsOfBatch, Page<TransactionView>?>
{
    public async Task<Page<TransactionView>?> Handle(ListTransactionsOfBatch request, CancellationToken cancellationToken) =>
        await batches.Find(request.BatchId, cancellationToken) is { } batch && request.Caller.Sees(batch.StoreNumber)
            ? Page.Of(
                await journal.OfBatch(batch.Id, request.Standing, request.After, request.Limit + 1, cancellationToken), request.Limit, TransactionView.Of, entry => entry.Serial.ToString())
            : null;
}
