using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Shared steps of the commands on a terminal.</summary>
public sealed class TerminalSteps(ITerminals terminals, CommandAudit steps)
{
    /// <summary>Returns the terminal with its keys; null if the caller sees none with this number.</summary>
    public async Task<Terminal?> Find(Caller caller, TerminalNumber number, CancellationToken cancellation) =>
        await terminals.Find(number, true, cancellation) is { } terminal && caller.CanSee(terminal.StoreNumber) ? terminal : null;

    /// <param name="command">The command.</param>
    /// <param name="number">The terminal.</param>
    /// <param name="change">Changes the terminal.</param>
    /// <param name="cancellation">Cancels the operation.</param>
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
