using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

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
