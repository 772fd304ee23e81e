namespace Jpos.Infrastructure.LedgerVerification;

/// <param name="Discrepancies">A line for each fault; empty if the books are right.</param>
/// <param name="Summary">How much was looked at.</param>
internal sealed record LedgerReport(IReadOnlyList<string> Discrepancies, string Summary);
