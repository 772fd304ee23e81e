namespace Jpos.Application.BackOffice.Transactions;

/// <summary>The settlement of a batch.</summary>
/// <param name="At">The time, UTC.</param>
/// <param name="Flag">The result that the terminal received, <c>settleFlag</c> on the wire.</param>
/// <param name="Terminal">The totals that the terminal claimed.</param>
/// <param name="Difference">The terminal's totals minus the host's; zeros if they agree.</param>
public sealed record SettlementView(DateTime At, string Flag, TotalsView Terminal, TotalsView Difference);
