using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Alerts;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Changes what a terminal may, from its next message on. A weaker MAC policy waits for a different person.</summary>
/// <param name="Number">The terminal.</param>
/// <param name="IsEnabled">It may work.</param>
/// <param name="MacPolicy">Whether its messages have to be signed.</param>
/// <param name="Answers">How much of a card's query it can take.</param>
public sealed record ChangeTerminal(TerminalNumber Number, bool IsEnabled, MacPolicy MacPolicy, AnswerForm Answers) : Act<TerminalView>
{
    /// <summary>With the policy Optional, whether unsigned messages are refused once the terminal has signed one; null to leave it as it is.</summary>
    public bool? UntilFirstSigned { get; init; }

    /// <inheritdoc cref="Terminal.MostPerConsume"/>
    public Money? MostPerConsume { get; init; }

    /// <inheritdoc cref="Terminal.MostGiftsPerDay"/>
    public Points? MostGiftsPerDay { get; init; }

    public override TerminalNumber? TouchesTerminal => Number;
}

public sealed class ChangeTerminalHandler(TerminalSteps steps, MacPolicies policies, IAlerts alerts, ActSteps acts) : IRequestHandler<ChangeTerminal, Result<TerminalView>>
{
    public async Task<Result<TerminalView>> Handle(ChangeTerminal request, CancellationToken cancellationToken)
    {
        Terminal? waiting = null;
        Terminal? raised = null;
        var result = await steps.Change(request, request.Number, Change, cancellationToken);
        if (waiting is not null)
        {
            await policies.Alert(waiting, cancellationToken);
        }

        if (raised is not null)
        {
            await alerts.Raise(AlertKind.LimitRaised, raised, acts.Now.Utc, cancellationToken);
        }

        return result;

        void Change(Terminal terminal)
        {
            terminal.Change(request.IsEnabled, request.Answers);
            raised = terminal.Limit(request.MostPerConsume, request.MostGiftsPerDay) ? terminal : null;
            waiting = policies.Ask(terminal, request.Caller, request.MacPolicy, request.UntilFirstSigned ?? terminal.UntilFirstSigned) ? terminal : null;
        }
    }
}

/// <summary>Ends a terminal's session: it has to sign on again. Its batch stays open.</summary>
public sealed record EndSession(TerminalNumber Number) : Act<TerminalView>
{
    public override TerminalNumber? TouchesTerminal => Number;
}

public sealed class EndSessionHandler(TerminalSteps steps) : IRequestHandler<EndSession, Result<TerminalView>>
{
    public Task<Result<TerminalView>> Handle(EndSession request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Number, terminal => terminal.EndSession(), cancellationToken);
}

/// <summary>What all changes of a terminal have in common.</summary>
public sealed class TerminalSteps(ITerminals terminals, ActSteps steps)
{
    /// <summary>The terminal with its keys; null if there is none that the caller sees.</summary>
    public async Task<Terminal?> Find(Caller caller, TerminalNumber number, CancellationToken cancellation) =>
        await terminals.Find(number, true, cancellation) is { } terminal && caller.Sees(terminal.StoreNumber) ? terminal : null;

    /// <param name="act">The act.</param>
    /// <param name="number">The terminal.</param>
    /// <param name="change">Changes it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<TerminalView>> Change(Act<TerminalView> act, TerminalNumber number, Action<Terminal> change, CancellationToken cancellation)
    {
        if (await Find(act.Caller, number, cancellation) is not { } terminal)
        {
            return ActSteps.Missing;
        }

        var before = TerminalView.Of(terminal);
        if (steps.RefuseStale(act, before) is { } stale)
        {
            return stale;
        }

        change(terminal);
        return steps.Changed(act, TerminalView.Subject(number), before, TerminalView.Of(terminal));
    }
}
