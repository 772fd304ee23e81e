namespace Jpos.Application.BackOffice.Imports;

/// <summary>Validates rows of tickets in a dry run, without issuing any.</summary>
public sealed record CheckTickets(IReadOnlyList<ImportRow> Lines) : Query<DryRunResult>;

public sealed class CheckTicketsHandler(TicketImport decisions) : IRequestHandler<CheckTickets, DryRunResult>
{
    public async Task<DryRunResult> Handle(CheckTickets request, CancellationToken cancellationToken) => DryRunResult.Of(await decisions.Decide(request.Lines, cancellationToken));
}
