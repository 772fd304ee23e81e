using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>One terminal; null if there is none that the caller sees.</summary>
public sealed record LookAtTerminal(Caller Caller, TerminalNumber Number) : Look<TerminalView?>;

public sealed class LookAtTerminalHandler(ITerminals terminals) : IRequestHandler<LookAtTerminal, TerminalView?>
{
    public async Task<TerminalView?> Handle(LookAtTerminal request, CancellationToken cancellationToken) =>
        await terminals.Find(request.Number, false, cancellationToken) is { } terminal && request.Caller.Sees(terminal.StoreNumber) ? TerminalView.Of(terminal) : null;
}
