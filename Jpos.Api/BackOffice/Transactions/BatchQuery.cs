namespace Jpos.Api.BackOffice.Transactions;

/// <summary>Filters of a list of batches. An omitted filter matches all.</summary>
/// <param name="Terminal">The number of the batches' terminal.</param>
/// <param name="Store">The number of the store in which the batches were opened.</param>
/// <param name="State">The state: open, settled, or settled and unequal.</param>
/// <param name="From">Only batches that were opened at this time or later.</param>
/// <param name="To">Only batches that were opened before this time.</param>
/// <param name="Sort"><c>-time</c> for the last opened first, the default, or <c>time</c> for the first opened first.</param>
public sealed record BatchQuery(string? Terminal, string? Store, BatchState? State, string? From, string? To, string? Sort);
