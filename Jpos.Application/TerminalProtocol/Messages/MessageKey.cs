namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>What a message, its copies and its reversal have in common.</summary>
public sealed record MessageKey(TerminalNumber Terminal, BatchNumber? Batch, TraceNumber Trace)
{
    /// <summary>The two may be the same key: a batch number that was left out is the open batch's.</summary>
    public bool Matches(MessageKey other) => Terminal == other.Terminal && Trace == other.Trace && (Batch is null || other.Batch is null || Batch == other.Batch);
}
