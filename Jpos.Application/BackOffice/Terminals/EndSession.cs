using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Terminals;

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
