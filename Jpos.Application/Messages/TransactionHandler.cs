using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.Messages;

/// <summary>What a handler of a message with a key works with.</summary>
/// <param name="Store">Where it happens.</param>
/// <param name="Terminal">Who asks.</param>
/// <param name="Batch">The open batch that the message belongs to.</param>
/// <param name="Entry">The journal's record of the message, which what moves points or tickets is posted to.</param>
/// <param name="Now">The one instant of the message.</param>
public sealed record TransactionContext(Store Store, Terminal Terminal, Batch Batch, TransactionJournal Entry, Moment Now);

/// <summary>What the steps of a message with a key need besides.</summary>
public sealed record TransactionSteps(
    MessageSteps Messages, ITransactionJournal Journal, ISecurityModule Security, ISerialNumbers Numbers, Programme Programme);

/// <summary>
/// The way of a message with a key: admit → its batch → an earlier answer → decide → record with the answer. One message, one effect (protocol §3).
/// </summary>
public abstract class TransactionHandler<TMessage, TOutcome>(TransactionSteps steps) : IRequestHandler<TMessage, Reply>
    where TMessage : TransactionMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    public async Task<Reply> Handle(TMessage request, CancellationToken cancellationToken)
    {
        var now = steps.Messages.Clock.Now;
        Reply Declined(Decline decline) => steps.Messages.Reply(request.Declined(decline), now);

        var (store, terminal, decline) = await steps.Messages.Admission.Admit(request, cancellationToken);
        if (decline is not null)
        {
            return Declined(decline);
        }

        if (terminal.Enter(request.Batch, now.Utc, steps.Programme, steps.Numbers, out decline) is not { } batch)
        {
            return Declined(decline!);
        }

        var content = steps.Security.Fingerprint(request.Content);
        var (original, reversal) = await steps.Journal.FindKey(batch.Id, request.Trace, cancellationToken);
        if (reversal is not null)
        {
            return Declined(new Decline(ResponseCode.KeyTaken, "This message was reversed; send a new one with a new traceNo."));
        }

        if (original is not null)
        {
            return original.Operation == request.Operation && original.Content == content
                ? new Reply(original.Code, original.Answer)
                : Declined(new Decline(ResponseCode.KeyTaken, "Another message had this batchNo and traceNo before."));
        }

        var entry = TransactionJournal.Begin(
            SerialNumber.Of(steps.Numbers.Next()), request.Operation, batch, request.Trace, false, content, request.Card, now.Utc, store.BusinessDay(now.Utc));
        var outcome = await Decide(request, new TransactionContext(store, terminal, batch, entry, now), cancellationToken);
        if (outcome.Code != ResponseCode.Approved)
        {
            entry.DeclineWith(outcome.Code);
        }

        var reply = steps.Messages.Reply(outcome, now);
        if (outcome.Code.IsFinal)
        {
            entry.Answered(reply.Answer);
            steps.Journal.Add(entry);
        }

        return reply;
    }

    /// <summary>Rows 9 and on of protocol §2, and the act itself: it changes everything, or declines and changes nothing.</summary>
    protected abstract Task<TOutcome> Decide(TMessage message, TransactionContext context, CancellationToken cancellation);
}
