using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <param name="Store">The store, if there is no decline.</param>
/// <param name="Terminal">The terminal, if there is no decline.</param>
/// <param name="Pair">The pair of keys that verified the message's MAC; null if none was verified.</param>
/// <param name="Decline">Why the message may not come in; null if it may.</param>
public readonly record struct Admitted(Store Store, Terminal Terminal, WorkingKeys? Pair, Decline? Decline);
