namespace Jpos.Application.BackOffice.Terminals;

/// <summary>One terminal; null if there is none that the caller sees.</summary>
public sealed record GetTerminal(Caller Caller, TerminalNumber Number) : Query<TerminalView?>;

public sealed class GetTerminalHandler(ITerminals terminals) : IRequestHandler<GetTerminal, TerminalView?>
{
    public async Task<TerminalView?> Handle(GetTerminal request, CancellationToken cancellationToken) =>
        await terminals.Find(request.Number, false, cancellationToken) is { } terminal && request.Caller.CanSee(terminal.StoreNumber) ? TerminalView.Of(terminal) : null;
}
