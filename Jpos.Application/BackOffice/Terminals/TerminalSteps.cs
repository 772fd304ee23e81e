using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>What all changes of a terminal have in common.</summary>
public sealed class TerminalSteps(ITerminals terminals, CommandAudit steps)
{
    /// <summary>The terminal with its keys; null if there is none that the caller sees.</summary>
    public async Task<Terminal?> Find(Caller caller, TerminalNumber number, CancellationToken cancellation) =>
        await terminals.Find(number, true, cancellation) is { } terminal && caller.CanSee(terminal.StoreNumber) ? terminal : null;

    /// <param name="command">The act.</param>
    /// <param name="number">The terminal.</param>
    /// <param name="change">Changes it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CommandResult<TerminalView>> Change(Command<TerminalView> command, TerminalNumber number, Action<Terminal> change, CancellationToken cancellation)
    {
        if (await Find(command.Caller, number, cancellation) is not { } terminal)
        {
            return CommandAudit.NotFound;
        }

        var before = TerminalView.Of(terminal);
        if (steps.RefuseStale(command, before) is { } stale)
        {
            return stale;
        }

        change(terminal);
        return steps.RecordUpdated(command, TerminalView.Subject(number), before, TerminalView.Of(terminal));
    }
}
