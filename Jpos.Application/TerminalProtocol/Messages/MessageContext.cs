using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>What is known of a message that was admitted.</summary>
/// <param name="Store">Where it happens.</param>
/// <param name="Terminal">Who asks.</param>
/// <param name="Pair">The terminal's keys that verified its MAC; null if none was verified.</param>
/// <param name="Now">The one instant of the message.</param>
public sealed record MessageContext(Store Store, Terminal Terminal, WorkingKeys? Pair, Moment Now);
