using Jpos.Domain.Journal;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>A message with a key: one message has one effect (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).</summary>
public abstract record TransactionMessage<TOutcome> : TerminalMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    public required CardNumber Card { get; init; }

    public required TraceNumber Trace { get; init; }

    /// <summary>The batch number; null only where the protocol allows it, and then it stands for the open batch.</summary>
    public BatchNumber? Batch { get; init; }

    public Track2? Track2 { get; init; }

    /// <summary>The cash register's own number of the sale, if it was sent.</summary>
    public RegisterTrace? RegisterTrace { get; init; }

    /// <summary>The time of the original by the terminal, UTC. It is recorded, but not used to find the original (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
    public DateTime? OriginalTime { get; init; }

    public abstract Operations Operation { get; }

    /// <summary>The reference to the original; null for a message that undoes nothing or names its original otherwise.</summary>
    public virtual OriginalReference? UndoneOriginal => null;

    /// <summary>The fields whose fingerprint decides whether a message with the same key is a copy.</summary>
    public abstract MessageContent Content { get; }

    public override CardNumber LockedCard => Card;

    public override MessageKey Key => new(Terminal, Batch, Trace);
}
