namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The steps of a message without a key: its session, if it needs one → decide → answer.</summary>
public abstract class UnkeyedHandler<TMessage, TOutcome>(MessageDependencies steps) : MessageHandler<TMessage>(steps)
    where TMessage : UnkeyedMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    private readonly MessageDependencies steps = steps;

    protected override async Task<Reply> Answer(TMessage message, MessageContext context, CancellationToken cancellation) =>
        message.RefuseSession(context.Terminal) is { } decline
            ? Declined(message, decline, context.Now)
            : steps.Reply(await DecideUnlessGuessed(message, context, () => Decide(message, context, cancellation)), context.Now);

    /// <summary>Handles row 9 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> and the following rows, and the operation itself.</summary>
    protected abstract Task<TOutcome> Decide(TMessage message, MessageContext context, CancellationToken cancellation);
}
