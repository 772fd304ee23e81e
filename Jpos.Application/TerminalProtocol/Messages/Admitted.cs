using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <param name="Store">The store; null with a decline.</param>
/// <param name="Terminal">The terminal; null with a decline.</param>
/// <param name="Pair">The pair of keys that verified the message's MAC; null if none did.</param>
/// <param name="Decline">The decline; null if the message is admitted.</param>
public readonly record struct Admitted(Store Store, Terminal Terminal, WorkingKeys? Pair, Decline? Decline);
