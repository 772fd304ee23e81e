using Jpos.Domain;
using Jpos.Domain.Journal;

namespace Jpos.Api.BackOffice.Transactions;

/// <summary>Filters of a list of journal entries. An omitted filter matches all.</summary>
/// <param name="Card">The full number of the entries' card.</param>
/// <param name="Terminal">The number of the terminal that sent the messages.</param>
/// <param name="Store">The number of the store of the entries.</param>
/// <param name="Batch">The id of the entries' batch.</param>
/// <param name="Status">The entry status, which tells whether an entry is still effective.</param>
/// <param name="Operation">The operation of the entries.</param>
/// <param name="From">Only entries at this time or later.</param>
/// <param name="To">Only entries before this time.</param>
/// <param name="Sort"><c>-time</c> for the newest first, the default, or <c>time</c> for the oldest first.</param>
public sealed record TransactionQuery(string? Card, string? Terminal, string? Store, long? Batch, EntryStatus? Status, Operations? Operation, string? From, string? To, string? Sort);
