using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.Messages;

/// <summary>What a reversal needs besides.</summary>
public sealed record ReversalSteps(TransactionSteps Transactions, IBatches Batches, IAlerts Alerts, Undoing Undoing);

/// <summary>
/// The way of a reversal: admit → its batch → its original → undo → record with the answer. The states of the original are those of the table in protocol §6, in that order.
/// A terminal takes 00, 25 and 12 as the end of the matter, so 25 and 12 are said only when no debit stands.
/// </summary>
public abstract class ReversalHandler<TMessage, TOutcome>(ReversalSteps steps) : IRequestHandler<TMessage, Reply>
    where TMessage : ReversalMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    private readonly TransactionSteps transactions = steps.Transactions;

    public async Task<Reply> Handle(TMessage request, CancellationToken cancellationToken)
    {
        var now = transactions.Messages.Clock.Now;
        Reply Declined(Decline decline) => transactions.Messages.Reply(request.Declined(decline), now);

        var message = request.Original;
        var (store, terminal, decline) = await transactions.Messages.Admission.Admit(request, cancellationToken);
        if (decline is not null)
        {
            return Declined(decline);
        }

        var batch = terminal.Enter(message.Batch, now.Utc, transactions.Programme, transactions.Numbers, out decline)
            ?? await FindOlderBatch(store, terminal, message.Batch, cancellationToken);
        if (batch is null)
        {
            return Declined(decline!);
        }

        var content = transactions.Security.Fingerprint(message.Content);
        TransactionJournal Begin() => TransactionJournal.Begin(
            SerialNumber.Of(transactions.Numbers.Next()), message.Operation, batch, message.Trace, true, content, message.Card, now.Utc, store.BusinessDay(now.Utc));

        var (original, earlier) = await transactions.Journal.FindKey(batch.Id, message.Trace, cancellationToken);
        if (original is null && earlier is null)
        {
            return Record(Begin(), Declined(NeverSeen));
        }

        if (original is null)
        {
            // A tombstone is as good for a reversal of any operation: a wrong one must not burn the key of the right one.
            return earlier!.Operation == message.Operation ? Repeat(earlier) : Declined(NeverSeen);
        }

        if (Mismatch(original, message.Operation, content) is var (kind, mismatch))
        {
            await steps.Alerts.Raise(kind, original.Serial, now.Utc, cancellationToken);
            return Declined(mismatch);
        }

        if (earlier is not null)
        {
            return Repeat(earlier);
        }

        if (!original.IsApproved)
        {
            return Declined(new Decline(ResponseCode.OriginalNotEligible, "The original was declined."));
        }

        if (original.Standing is not Standing.Stands)
        {
            await steps.Alerts.Raise(AlertKind.ReversalOfUndone, original.Serial, now.Utc, cancellationToken);
            return Declined(new Decline(ResponseCode.OriginalNotEligible, "The original was cancelled or refunded already."));
        }

        if (!original.Batch!.IsOpen)
        {
            await steps.Alerts.Raise(AlertKind.LateReversal, original.Serial, now.Utc, cancellationToken);
        }

        var entry = Begin();
        var undone = await steps.Undoing.Reverse(original, entry, now, cancellationToken);
        return Record(entry, transactions.Messages.Reply(Undone(original, undone.Account, now), now));
    }

    /// <summary>The answer to a reversal that was done: the original's serial number, the balances now, and what was undone.</summary>
    protected abstract TOutcome Undone(TransactionJournal original, PointAccount account, Moment now);

    private static Decline NeverSeen => new(ResponseCode.OriginalNotFound, "The original was not received; if it comes, it will move nothing.");

    private static Reply Repeat(TransactionJournal earlier) => new(earlier.Code, earlier.Answer);

    /// <summary>What the reversal says is not what its original said.</summary>
    private static (AlertKind Kind, Decline Decline)? Mismatch(TransactionJournal original, Operations operation, Fingerprint content)
    {
        if (original.Operation != operation)
        {
            return (AlertKind.ReversalOfOtherOperation, new Decline(ResponseCode.KeyTaken, "The message with this batchNo and traceNo was of another kind."));
        }

        if (!content.HasCardOf(original.Content))
        {
            return (AlertKind.ReversalDiffers, new Decline(ResponseCode.CardInvalid, "cardNo is not the card of the original."));
        }

        return content.Repeats(original.Content)
            ? null
            : (AlertKind.ReversalDiffers, new Decline(ResponseCode.ReversalDiffers, "An amount, a line or a reference differs from the original's."));
    }

    /// <summary>A reversal may come for any batch that the terminal ever opened (row 6).</summary>
    private async Task<Batch?> FindOlderBatch(Store store, Terminal terminal, BatchNumber? number, CancellationToken cancellation) =>
        terminal.SignedOnAt is null || number is null ? null : await steps.Batches.FindLatest(store.Number, terminal.Number, number, cancellation);

    private Reply Record(TransactionJournal entry, Reply reply)
    {
        if (reply.Code != ResponseCode.Approved)
        {
            entry.DeclineWith(reply.Code);
        }

        entry.Answered(reply.Answer);
        transactions.Journal.Add(entry);
        return reply;
    }
}

/// <summary>A reversal whose answer is about points: all but that of tickets.</summary>
public abstract class PointsReversalHandler<TMessage, TOutcome>(ReversalSteps steps) : ReversalHandler<TMessage, TOutcome>(steps)
    where TMessage : ReversalMessage<TOutcome>
    where TOutcome : PointsOutcome, new()
{
    protected sealed override TOutcome Undone(TransactionJournal original, PointAccount account, Moment now) => new()
    {
        Serial = original.Serial,
        Balance = account.Balance,
        Available = account.Available(now),
        Used = original.Used,
        Awarded = original.Awarded,
    };
}
