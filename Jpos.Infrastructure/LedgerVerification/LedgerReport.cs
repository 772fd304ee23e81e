namespace Jpos.Infrastructure.LedgerVerification;

/// <summary>The result of a ledger verification.</summary>
/// <param name="Discrepancies">A line for each discrepancy; empty if the ledger is correct.</param>
/// <param name="Summary">The number of checked items.</param>
internal sealed record LedgerReport(IReadOnlyList<string> Discrepancies, string Summary);
