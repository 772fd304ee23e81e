namespace Jpos.Application.BackOffice.Imports;

/// <summary>Decides on some lines of tickets, and gives none.</summary>
public sealed record CheckTickets(IReadOnlyList<ImportRow> Lines) : Query<DryRunResult>;

public sealed class CheckTicketsHandler(TicketImport decisions) : IRequestHandler<CheckTickets, DryRunResult>
{
    public async Task<DryRunResult> Handle(CheckTickets request, CancellationToken cancellationToken) => DryRunResult.Of(await decisions.Decide(request.Lines, cancellationToken));
}
