using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Changes what a terminal may, from its next message on.</summary>
public sealed record ChangeTerminal(TerminalNumber Number, bool IsEnabled, MacPolicy MacPolicy, AnswerForm Answers) : Act<TerminalView>
{
    public override TerminalNumber? TouchesTerminal => Number;
}

public sealed class ChangeTerminalHandler(TerminalSteps steps) : IRequestHandler<ChangeTerminal, Result<TerminalView>>
{
    public Task<Result<TerminalView>> Handle(ChangeTerminal request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Number, terminal => terminal.Change(request.IsEnabled, request.MacPolicy, request.Answers), cancellationToken);
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
