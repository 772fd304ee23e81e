using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>What a handler of a message with a key works with.</summary>
/// <param name="Store">Where it happens.</param>
/// <param name="Terminal">Who asks.</param>
/// <param name="Pair">The terminal's keys that verified its MAC; null if none was verified.</param>
/// <param name="Batch">The open batch that the message belongs to.</param>
/// <param name="Entry">The journal's record of the message, which what moves points or tickets is posted to.</param>
/// <param name="Now">The one instant of the message.</param>
public sealed record TransactionContext(Store Store, Terminal Terminal, WorkingKeys? Pair, Batch Batch, TransactionJournal Entry, Moment Now);
