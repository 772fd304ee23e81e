namespace Jpos.Api.BackOffice.Transactions;

/// <summary>Which batches are wanted; what is left out does not matter.</summary>
/// <param name="Terminal">The number of the terminal they are of.</param>
/// <param name="Store">The number of the store they were opened in.</param>
/// <param name="State">Open, settled, or settled and unequal.</param>
/// <param name="From">Opened not before this time.</param>
/// <param name="To">Opened before this time.</param>
/// <param name="Sort"><c>-time</c>, those that were opened last first, if it is left out; or <c>time</c>.</param>
public sealed record BatchQuery(string? Terminal, string? Store, BatchState? State, string? From, string? To, string? Sort);
