using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.Messages;

/// <summary>What a handler of a message without a key works with.</summary>
public sealed record MessageContext(Store Store, Terminal Terminal, Moment Now);

/// <summary>What the steps before the decision need, for every kind of handler.</summary>
public sealed record MessageSteps(Admission Admission, ProgrammeClock Clock, IAnswerWriter Answers)
{
    /// <summary>The answer to a message that nothing was decided about.</summary>
    public Reply Reply(Outcome outcome) => Reply(outcome, Clock.Now);

    public Reply Reply(Outcome outcome, Moment now) => new(outcome.Code, Answers.Write(outcome with { At = now.Utc }));
}

/// <summary>The way of a message without a key: admit → decide → answer.</summary>
public abstract class UnkeyedHandler<TMessage, TOutcome>(MessageSteps steps) : IRequestHandler<TMessage, Reply>
    where TMessage : UnkeyedMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    public async Task<Reply> Handle(TMessage request, CancellationToken cancellationToken)
    {
        var now = steps.Clock.Now;
        var (store, terminal, decline) = await steps.Admission.Admit(request, cancellationToken);
        decline ??= request.RefuseSession(terminal);
        var outcome = decline is null
            ? await Decide(request, new MessageContext(store, terminal, now), cancellationToken)
            : request.Declined(decline);
        return steps.Reply(outcome, now);
    }

    /// <summary>Rows 9 and on of protocol §2, and the act itself.</summary>
    protected abstract Task<TOutcome> Decide(TMessage message, MessageContext context, CancellationToken cancellation);
}
