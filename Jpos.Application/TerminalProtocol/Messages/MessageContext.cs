using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The context of an admitted message.</summary>
/// <param name="Store">The store.</param>
/// <param name="Terminal">The terminal.</param>
/// <param name="Pair">The pair of keys that verified the message's MAC; null if none did.</param>
/// <param name="Now">The one instant of the message.</param>
public sealed record MessageContext(Store Store, Terminal Terminal, WorkingKeys? Pair, Moment Now);
