namespace Jpos.Application.BackOffice.Transactions;

/// <summary>How a batch was settled.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Flag">What the terminal was told, <c>settleFlag</c> on the wire.</param>
/// <param name="Terminal">What the terminal says it came to.</param>
/// <param name="Difference">How much more the terminal has than the host; zeros if they agree.</param>
public sealed record SettlementView(DateTime At, string Flag, TotalsView Terminal, TotalsView Difference);
