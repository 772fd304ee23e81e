namespace Jpos.Infrastructure.LedgerVerification;

/// <summary>One check of ledger verification.</summary>
/// <param name="Kind">The kind of discrepancy, in a word or two.</param>
/// <param name="Faults">Finds the discrepancies, each with the expected and the actual state. They contain ids and serial numbers, but no card numbers.</param>
internal readonly record struct Check(string Kind, IAsyncEnumerable<string> Faults);
