using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The first steps of every message: its instant, rows 2 to 5 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, and then the steps of its kind.</summary>
public abstract class MessageHandler<TMessage>(MessageDependencies steps) : IRequestHandler<TMessage, Reply>
    where TMessage : TerminalMessage
{
    public async Task<Reply> Handle(TMessage request, CancellationToken cancellationToken)
    {
        var now = steps.Clock.Now;
        var (store, terminal, pair, decline) = await steps.Admission.Admit(request, now, cancellationToken);
        if (decline is not null)
        {
            return Declined(request, decline, now);
        }

        var reply = await Answer(request, new MessageContext(store, terminal, pair, now), cancellationToken);
        return pair is null ? reply : reply with { Mac = new AnswerMac(steps.Security, terminal, pair, request.Signature!) };
    }

    /// <summary>Handles a message about a card, unless its terminal seems to guess card numbers (row 17, before row 9).</summary>
    protected async Task<TOutcome> DecideUnlessGuessed<TOutcome>(TerminalMessage<TOutcome> message, MessageContext context, Func<Task<TOutcome>> decide)
        where TOutcome : Outcome, new()
    {
        // A stranger may send messages for a terminal that need not sign. They must not block the terminal's signed messages.
        if (message.LockedCard is null || (context.Pair is not null && context.Terminal.MacPolicy is MacPolicy.Optional))
        {
            return await decide();
        }

        if (context.Terminal.RefuseGuessing(steps.Limits.MostRefusedCardsOfTerminal, context.Now.Utc) is { } guessing)
        {
            return message.Declined(guessing);
        }

        var outcome = await decide();
        if (outcome.Code == ResponseCode.CardInvalid)
        {
            context.Terminal.CountRefusedCard(context.Now.Utc);
        }

        return outcome;
    }

    /// <summary>Handles row 6 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> and the following rows.</summary>
    protected abstract Task<Reply> Answer(TMessage message, MessageContext context, CancellationToken cancellation);

    protected Reply Declined(TMessage message, Decline decline, Moment now) => steps.Reply(message.Declined(decline), now);
}
