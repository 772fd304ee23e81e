using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>A message without a key. It is decided anew each time, and nothing is stored under its trace number (<see href="docs/protocol.md#2-response-codes">protocol §2</see>).</summary>
public abstract record UnkeyedMessage<TOutcome> : TerminalMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    /// <summary>Checks row 6 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, as far as this message needs a session.</summary>
    public abstract Decline? RefuseSession(Terminal terminal);
}
