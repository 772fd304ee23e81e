using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>A message without a key. It is decided anew each time, and nothing is stored under its trace number (protocol §2).</summary>
public abstract record UnkeyedMessage<TOutcome> : TerminalMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    /// <summary>Checks row 6 of protocol §2, as far as this message needs a session.</summary>
    public abstract Decline? RefuseSession(Terminal terminal);
}
