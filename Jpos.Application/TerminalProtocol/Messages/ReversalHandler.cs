using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>
/// The steps of a reversal: its batch → its original → undo → record with the answer. It must match its original; the table of <see href="docs/protocol.md#6-reversals">protocol §6</see> then decides, from top to bottom.
/// A terminal stops sending after 00, 25 and 12. The host therefore answers 25 and 12 only if no debit stands.
/// </summary>
public abstract class ReversalHandler<TMessage, TOutcome>(ReversalDependencies steps) : MessageHandler<TMessage>(steps.Transactions.Messages)
    where TMessage : ReversalMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    private readonly TransactionDependencies transactions = steps.Transactions;

    protected sealed override async Task<Reply> Answer(TMessage message, MessageContext context, CancellationToken cancellation)
    {
        var now = context.Now;
        var batch = transactions.Enter(message.Original.Batch, context, out var decline)
            ?? await FindOlderBatch(context.Store, context.Terminal, message.Original.Batch, cancellation);
        var (original, earlier) = batch is null ? default : await transactions.Journal.FindKey(batch.Id, message.Original.Trace, cancellation);
        if (message.Original.Batch is null && original is null && earlier is null && await FindBatchOfUndone(message, context, cancellation) is { } settled)
        {
            batch = settled;
            (original, earlier) = await transactions.Journal.FindKey(batch.Id, message.Original.Trace, cancellation);
        }

        if (batch is null)
        {
            return Declined(message, decline!, now);
        }

        var content = transactions.Security.Fingerprint(message.Original.Content);
        if (original is null && earlier is null)
        {
            return transactions.Record(transactions.Begin(message.Original, isReversal: true, batch, content, context), message.Declined(NeverSeen), now);
        }

        if (original is null)
        {
            // A tombstone serves a reversal of any operation. A wrong reversal must not use up the key of the correct one.
            return earlier!.Operation == message.Original.Operation ? Repeat(earlier) : Declined(message, NeverSeen, now);
        }

        if (Mismatch(original, message.Original.Operation, content) is var (kind, mismatch))
        {
            await steps.Alerts.Raise(kind, original, now.Utc, cancellation);
            return Declined(message, mismatch, now);
        }

        if (earlier is not null)
        {
            return Repeat(earlier);
        }

        if (original.IsUnreadable)
        {
            return Declined(message, new Decline(ResponseCode.HostFailure, "The stored result of the original cannot be read."), now);
        }

        if (!original.IsApproved)
        {
            return Declined(message, new Decline(ResponseCode.OriginalNotEligible, "The original was declined."), now);
        }

        if (original.Status is not EntryStatus.Posted)
        {
            await steps.Alerts.Raise(AlertKind.ReversalOfUndone, original, now.Utc, cancellation);
            return Declined(message, new Decline(ResponseCode.OriginalNotEligible, "The original was already cancelled or refunded."), now);
        }

        if (!batch.IsOpen)
        {
            await steps.Alerts.Raise(AlertKind.LateReversal, original, now.Utc, cancellation);
        }

        var entry = transactions.Begin(message.Original, isReversal: true, batch, content, context);
        var undone = await steps.Undoing.Reverse(original, batch, entry, now, cancellation);
        return transactions.Record(entry, Undone(original, entry, undone.Account, now), now);
    }

    /// <summary>Returns the answer to a completed reversal: the original's serial number, the present balances, and the undone points.</summary>
    protected abstract TOutcome Undone(TransactionJournal original, TransactionJournal entry, PointAccount account, Moment now);

    private static Decline NeverSeen => new(ResponseCode.OriginalNotFound, "The host did not receive the original. If it arrives later, it will change nothing.");

    private static Reply Repeat(TransactionJournal earlier) => new(earlier.Code, earlier.Answer);

    /// <summary>Returns why a reversal does not match its original.</summary>
    private static (AlertKind Kind, Decline Decline)? Mismatch(TransactionJournal original, Operations operation, Fingerprint content)
    {
        if (original.Operation != operation)
        {
            return (AlertKind.ReversalOfOtherOperation, new Decline(ResponseCode.KeyTaken, "The message with this batchNo and traceNo was another operation."));
        }

        if (!content.HasCardOf(original.Content))
        {
            return (AlertKind.ReversalDiffers, new Decline(ResponseCode.CardInvalid, "cardNo is not the card of the original."));
        }

        return content.Repeats(original.Content)
            ? null
            : (AlertKind.ReversalDiffers, new Decline(ResponseCode.ReversalDiffers, "An amount, a ticket line or a reference differs from the original."));
    }

    /// <summary>
    /// For an omitted batch number: it was the open batch of the original, which may be settled by now. The transaction that the original undid is in the same batch. If the key exists there too, that is the batch.
    /// </summary>
    private async Task<Batch?> FindBatchOfUndone(TMessage message, MessageContext context, CancellationToken cancellation)
    {
        if (context.Terminal.SignedOnAt is null || message.Original.UndoneOriginal is not { } undone)
        {
            return null;
        }

        var batch = undone.Serial is not null
            ? await transactions.Journal.Find(undone.Serial, cancellation) is { BatchId: { } batchId } ? await steps.Batches.Find(batchId, cancellation) : null
            : await steps.Batches.FindLatest(context.Store.Number, context.Terminal.Number, undone.Batch!, cancellation);
        return batch is not null
            && batch.TerminalNumber == context.Terminal.Number
            && batch.StoreNumber == context.Store.Number
            && (await transactions.Journal.FindKey(batch.Id, message.Original.Trace, cancellation)).Original is not null
                ? batch
                : null;
    }

    /// <summary>Accepts every batch that the terminal ever opened (row 6).</summary>
    private async Task<Batch?> FindOlderBatch(Store store, Terminal terminal, BatchNumber? number, CancellationToken cancellation) =>
        terminal.SignedOnAt is null || number is null ? null : await steps.Batches.FindLatest(store.Number, terminal.Number, number, cancellation);
}
