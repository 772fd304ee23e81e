using Jpos.Domain;
using Jpos.Domain.Journal;

namespace Jpos.Api.BackOffice.Transactions;

/// <summary>Which records of the journal are wanted; what is left out does not matter.</summary>
/// <param name="Card">The whole number of the card they are about.</param>
/// <param name="Terminal">The number of the terminal that sent them.</param>
/// <param name="Store">The number of the store they happened in.</param>
/// <param name="Batch">The id of the batch they belong to.</param>
/// <param name="Status">Whether what they did still stands.</param>
/// <param name="Operation">What they do.</param>
/// <param name="From">Not before this time.</param>
/// <param name="To">Before this time.</param>
/// <param name="Sort"><c>-time</c>, the newest first, if it is left out; or <c>time</c>.</param>
public sealed record TransactionQuery(string? Card, string? Terminal, string? Store, long? Batch, EntryStatus? Status, Operations? Operation, string? From, string? To, string? Sort);
