namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The key that a message shares with its copies and its reversal.</summary>
public sealed record MessageKey(TerminalNumber Terminal, BatchNumber? Batch, TraceNumber Trace)
{
    /// <summary>Returns whether two keys may be the same. An omitted batch number stands for the open batch.</summary>
    public bool Matches(MessageKey other) => Terminal == other.Terminal && Trace == other.Trace && (Batch is null || other.Batch is null || Batch == other.Batch);
}
