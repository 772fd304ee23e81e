using Jpos.Application.Ports;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Trans;

/// <summary>How a message names the transaction it would undo: by batch and trace number, by serial number, or by both, which then have to agree (protocol §1).</summary>
public sealed record OriginalReference
{
    public BatchNumber? Batch { get; init; }

    public TraceNumber? Trace { get; init; }

    public SerialNumber? Serial { get; init; }

    /// <summary>The till's number of the original; compared if it is sent.</summary>
    public RegisterTrace? RegisterTrace { get; init; }

    public MessageContent AddTo(MessageContent content) => content
        .With(ContentField.OriginalBatch, Batch)
        .With(ContentField.OriginalTrace, Trace)
        .With(ContentField.OriginalSerial, Serial)
        .With(ContentField.OriginalRegisterTrace, RegisterTrace);

    /// <summary>The transaction of that kind and terminal that all that was sent agrees on; null if there is none.</summary>
    public async Task<TransactionJournal?> Find(
        Operations operation, StoreNumber store, TerminalNumber terminal, ITransactionJournal journal, IBatches batches, CancellationToken cancellation)
    {
        var found = Serial is null
            ? await FindByTrace(store, terminal, journal, batches, cancellation)
            : await journal.Find(Serial, cancellation);
        var agrees = found is { IsReversal: false, Batch: { } batch }
            && found.Operation == operation
            && batch.StoreNumber == store
            && batch.TerminalNumber == terminal
            && (Batch is null || batch.Number == Batch)
            && (Trace is null || found.Trace == Trace)
            && (RegisterTrace is null || found.RegisterTrace == RegisterTrace);
        return agrees ? found : null;
    }

    private async Task<TransactionJournal?> FindByTrace(
        StoreNumber store, TerminalNumber terminal, ITransactionJournal journal, IBatches batches, CancellationToken cancellation) =>
        await batches.FindLatest(store, terminal, Batch!, cancellation) is { } batch
            ? (await journal.FindKey(batch.Id, Trace!, cancellation)).Original
            : null;
}
