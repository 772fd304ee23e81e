using Jpos.Domain.Journal;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The reference of a message to its original: batch and trace number, serial number, or both, which must then agree (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
public sealed record OriginalReference
{
    public BatchNumber? Batch { get; init; }

    public TraceNumber? Trace { get; init; }

    public SerialNumber? Serial { get; init; }

    /// <summary>The cash register's number of the original; compared if it is sent.</summary>
    public RegisterTrace? RegisterTrace { get; init; }

    public MessageContent AddTo(MessageContent content) => content
        .With(ContentField.OriginalBatch, Batch)
        .With(ContentField.OriginalTrace, Trace)
        .With(ContentField.OriginalSerial, Serial)
        .With(ContentField.OriginalRegisterTrace, RegisterTrace);

    /// <summary>Returns the terminal's consume that matches all given numbers; null if there is none.</summary>
    public async Task<TransactionJournal?> FindConsume(
        StoreNumber store, TerminalNumber terminal, ITransactionJournal journal, IBatches batches, CancellationToken cancellation)
    {
        var consume = Serial is null
            ? await FindByTrace(store, terminal, journal, batches, cancellation)
            : await journal.Find(Serial, cancellation);
        return consume is { Operation: Operations.Consume } && IsAt(consume, store, terminal) && (RegisterTrace is null || consume.RegisterTrace == RegisterTrace)
            ? consume
            : null;
    }

    /// <summary>Returns the terminal's refund that matches all given numbers; null if there is none. The serial number may be that of the refund or of its consume.</summary>
    public async Task<TransactionJournal?> FindRefund(
        StoreNumber store, TerminalNumber terminal, DateOnly? date, ITransactionJournal journal, IBatches batches, CancellationToken cancellation)
    {
        var named = Serial is null
            ? await FindByTrace(store, terminal, journal, batches, cancellation)
            : await journal.Find(Serial, cancellation);
        if (named is null)
        {
            return null;
        }

        // A consume may have several refunds, of which all but the last were cancelled.
        var family = await journal.Family(named.Root, cancellation);
        return family.Members
            .Where(member => member.Operation is Operations.Refund && IsAt(member, store, terminal))
            .Where(refund => Serial is null || refund.Serial == Serial || refund.Original == Serial)
            .Where(refund => date is null || refund.BusinessDay == date || (refund.Original == Serial && family[refund.Root].BusinessDay == date))
            .Where(refund => RegisterTrace is null || family[refund.Root].RegisterTrace == RegisterTrace)
            .OrderByDescending(refund => refund.Status is EntryStatus.Posted)
            .ThenByDescending(refund => refund.At)
            .FirstOrDefault();
    }

    /// <summary>Returns whether an entry is the terminal's own, in the given batch and under the given trace number.</summary>
    private bool IsAt(TransactionJournal transaction, StoreNumber store, TerminalNumber terminal) =>
        !transaction.IsReversal
        && transaction.Store == store
        && transaction.Terminal == terminal
        && (Batch is null || transaction.BatchNumber == Batch)
        && (Trace is null || transaction.Trace == Trace);

    private async Task<TransactionJournal?> FindByTrace(
        StoreNumber store, TerminalNumber terminal, ITransactionJournal journal, IBatches batches, CancellationToken cancellation) =>
        await batches.FindLatest(store, terminal, Batch!, cancellation) is { } batch
            ? (await journal.FindKey(batch.Id, Trace!, cancellation)).Original
            : null;
}
