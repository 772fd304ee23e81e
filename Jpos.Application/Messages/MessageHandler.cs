using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.Messages;

/// <summary>What is known of a message that was admitted.</summary>
/// <param name="Store">Where it happens.</param>
/// <param name="Terminal">Who asks.</param>
/// <param name="Now">The one instant of the message.</param>
public sealed record MessageContext(Store Store, Terminal Terminal, Moment Now);

/// <summary>What every handler works with.</summary>
public sealed record MessageSteps(Admission Admission, ProgrammeClock Clock, IAnswerWriter Answers)
{
    /// <summary>The answer to a message that nothing was decided about.</summary>
    public Reply Reply(Outcome outcome) => Reply(outcome, Clock.Now);

    public Reply Reply(Outcome outcome, Moment now) => new(outcome.Code, Answers.Write(outcome with { At = now.Utc }));
}

/// <summary>The way that every message takes first: one instant, rows 2 to 5 of protocol §2, and then what its kind needs.</summary>
public abstract class MessageHandler<TMessage>(MessageSteps steps) : IRequestHandler<TMessage, Reply>
    where TMessage : TerminalMessage
{
    public async Task<Reply> Handle(TMessage request, CancellationToken cancellationToken)
    {
        var now = steps.Clock.Now;
        var (store, terminal, decline) = await steps.Admission.Admit(request, cancellationToken);
        return decline is null
            ? await Answer(request, new MessageContext(store, terminal, now), cancellationToken)
            : Declined(request, decline, now);
    }

    /// <summary>Row 6 of protocol §2 and on.</summary>
    protected abstract Task<Reply> Answer(TMessage message, MessageContext context, CancellationToken cancellation);

    protected Reply Declined(TMessage message, Decline decline, Moment now) => steps.Reply(message.Declined(decline), now);
}
