namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Returns one terminal; null if the caller sees none with this number.</summary>
public sealed record GetTerminal(Caller Caller, TerminalNumber Number) : Query<TerminalView?>;

public sealed class GetTerminalHandler(ITerminals terminals) : IRequestHandler<GetTerminal, TerminalView?>
{
    public async Task<TerminalView?> Handle(GetTerminal request, CancellationToken cancellationToken) =>
        await terminals.Find(request.Number, false, cancellationToken) is { } terminal && request.Caller.CanSee(terminal.StoreNumber) ? TerminalView.Of(terminal) : null;
}
