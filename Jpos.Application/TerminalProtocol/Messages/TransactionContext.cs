using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The context of a message with a key.</summary>
/// <param name="Store">The store.</param>
/// <param name="Terminal">The terminal.</param>
/// <param name="Pair">The pair of keys that verified the message's MAC; null if none did.</param>
/// <param name="Batch">The open batch of the message.</param>
/// <param name="Entry">The journal entry of the message, which gets the postings and ticket movements.</param>
/// <param name="Now">The one instant of the message.</param>
public sealed record TransactionContext(Store Store, Terminal Terminal, WorkingKeys? Pair, Batch Batch, TransactionJournal Entry, Moment Now);
