namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Ends a terminal's session, so that the terminal must check in again. Its batch stays open.</summary>
public sealed record EndSession(TerminalNumber Number) : Command<TerminalView>
{
    public override TerminalNumber? LockedTerminal => Number;
}

public sealed class EndSessionHandler(TerminalSteps steps) : IRequestHandler<EndSession, CommandResult<TerminalView>>
{
    public Task<CommandResult<TerminalView>> Handle(EndSession request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Number, terminal => terminal.EndSession(), cancellationToken);
}
