using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The way that every message takes first: one instant, rows 2 to 5 of protocol §2, and then what its kind needs.</summary>
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

    /// <summary>What comes of a message about a card: what its kind decides, unless its terminal seems to guess card numbers (row 17, before row 10).</summary>
    protected async Task<TOutcome> DecideUnlessGuessed<TOutcome>(TerminalMessage<TOutcome> message, MessageContext context, Func<Task<TOutcome>> decide)
        where TOutcome : Outcome, new()
    {
        // What a terminal need not sign a stranger may have sent: that must not stop what it does sign.
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

    /// <summary>Row 6 of protocol §2 and on.</summary>
    protected abstract Task<Reply> Answer(TMessage message, MessageContext context, CancellationToken cancellation);

    protected Reply Declined(TMessage message, Decline decline, Moment now) => steps.Reply(message.Declined(decline), now);
}
