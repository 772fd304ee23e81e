using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>Shared steps of messages with a key and their reversals: the beginning and the end of their journal entry.</summary>
public sealed record TransactionDependencies(
    MessageDependencies Messages, ITransactionJournal Journal, ISecurityModule Security, INumberSequence Numbers, Programme Programme)
{
    /// <summary>Returns the batch of the message (row 6) and opens it if it is the next one.</summary>
    public Batch? Enter(BatchNumber? number, MessageContext context, out Decline? decline) =>
        context.Terminal.EnterBatch(number, context.Now.Utc, Programme, Numbers, out decline);

    /// <summary>Begins the journal entry of a message or of its reversal.</summary>
    public TransactionJournal Begin<TOutcome>(TransactionMessage<TOutcome> message, bool isReversal, Batch batch, Fingerprint content, MessageContext context)
        where TOutcome : Outcome, new() => TransactionJournal.Begin(
            SerialNumber.Of(Numbers.Next()),
            message.Operation,
            batch,
            message.Trace,
            isReversal,
            content,
            message.Card,
            message.RegisterTrace,
            message.OriginalTime,
            context.Now.Utc,
            context.Store.BusinessDay(context.Now.Utc));

    /// <summary>Completes the entry with the answer. An answer that is not final leaves no entry (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).</summary>
    public Reply Record(TransactionJournal entry, Outcome outcome, Moment now)
    {
        if (outcome.Code != ResponseCode.Approved)
        {
            entry.DeclineWith(outcome.Code);
        }

        var reply = Messages.Reply(outcome, now);
        if (outcome.Code.IsFinal)
        {
            entry.RecordAnswer(reply.Answer);
            Journal.Add(entry);
        }

        return reply;
    }
}
