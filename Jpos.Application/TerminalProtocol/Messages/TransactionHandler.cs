namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>
/// The steps of a message with a key: its batch → an earlier answer → decide → record with the answer. One message has one effect (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).
/// </summary>
public abstract class TransactionHandler<TMessage, TOutcome>(TransactionDependencies steps) : MessageHandler<TMessage>(steps.Messages)
    where TMessage : TransactionMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    protected sealed override async Task<Reply> Answer(TMessage message, MessageContext context, CancellationToken cancellation)
    {
        if (steps.Enter(message.Batch, context, out var decline) is not { } batch)
        {
            return Declined(message, decline!, context.Now);
        }

        var content = steps.Security.Fingerprint(message.Content);
        var (original, reversal) = await steps.Journal.FindKey(batch.Id, message.Trace, cancellation);
        if (reversal is not null)
        {
            return Declined(message, new Decline(ResponseCode.KeyTaken, "This message was reversed. Send a new one with a new traceNo."), context.Now);
        }

        if (original is not null)
        {
            return original.Operation == message.Operation && original.Content == content
                ? new Reply(original.Code, original.Answer)
                : Declined(message, new Decline(ResponseCode.KeyTaken, "Another message has already used this batchNo and traceNo."), context.Now);
        }

        var entry = steps.Begin(message, isReversal: false, batch, content, context);
        var outcome = await DecideUnlessGuessed(
            message, context, () => Decide(message, new TransactionContext(context.Store, context.Terminal, context.Pair, batch, entry, context.Now), cancellation));
        return steps.Record(entry, outcome, context.Now);
    }

    /// <summary>Handles row 9 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> and the following rows, and the operation itself. It applies all changes, or declines and changes nothing.</summary>
    protected abstract Task<TOutcome> Decide(TMessage message, TransactionContext context, CancellationToken cancellation);
}
