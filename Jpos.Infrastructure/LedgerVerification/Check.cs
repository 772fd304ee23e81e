namespace Jpos.Infrastructure.LedgerVerification;

/// <summary>One thing that has to be true.</summary>
/// <param name="Kind">In a word or two, what is wrong where it is not.</param>
/// <param name="Faults">Where it is not, what was expected, what was found. No card numbers: ids and serial numbers only.</param>
internal readonly record struct Check(string Kind, IAsyncEnumerable<string> Faults);
