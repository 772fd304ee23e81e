namespace Jpos.Infrastructure.Persistence.Bookkeeping;

/// <param name="Faults">A line for each fault; empty if the books are right.</param>
/// <param name="Summary">How much was looked at.</param>
internal sealed record BooksReport(IReadOnlyList<string> Faults, string Summary);
