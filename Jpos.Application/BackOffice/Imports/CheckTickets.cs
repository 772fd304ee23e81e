using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Decides on some lines of tickets, and gives none.</summary>
public sealed record CheckTickets(IReadOnlyList<FileLine> Lines) : Look<CheckedLines>;

public sealed class CheckTicketsHandler(TicketLines decisions) : IRequestHandler<CheckTickets, CheckedLines>
{
    public async Task<CheckedLines> Handle(CheckTickets request, CancellationToken cancellationToken) => CheckedLines.Of(await decisions.Decide(request.Lines, cancellationToken));
}
