using Jpos.Domain.Journal;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>A message with a key: one message, one effect (protocol §3).</summary>
public abstract record TransactionMessage<TOutcome> : TerminalMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    public required CardNumber Card { get; init; }

    public required TraceNumber Trace { get; init; }

    /// <summary>Null only where the protocol lets it be left out: then it is the open batch.</summary>
    public BatchNumber? Batch { get; init; }

    public Track2? Track2 { get; init; }

    /// <summary>The till's own number of the sale, if it sends one.</summary>
    public RegisterTrace? RegisterTrace { get; init; }

    /// <summary>When the terminal says that the original was made, UTC. Recorded, never used to find it (protocol §1).</summary>
    public DateTime? OriginalTime { get; init; }

    public abstract Operations Operation { get; }

    /// <summary>What it would undo; null for a message that undoes nothing, or names its original otherwise.</summary>
    public virtual OriginalReference? UndoneOriginal => null;

    /// <summary>What makes another message with the same key the same message.</summary>
    public abstract MessageContent Content { get; }

    public override CardNumber LockedCard => Card;

    public override MessageKey Key => new(Terminal, Batch, Trace);
}
