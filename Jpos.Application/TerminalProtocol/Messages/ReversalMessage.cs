using System.Diagnostics.CodeAnalysis;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The reversal of a message: the same body at another address (<see href="docs/protocol.md#6-reversals">protocol §6</see>).</summary>
/// <typeparam name="TOutcome">The outcome of the original, whose format the answer has.</typeparam>
public abstract record ReversalMessage<TOutcome> : TerminalMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    [SetsRequiredMembers]
    protected ReversalMessage(TransactionMessage<TOutcome> original)
    {
        Original = original;
        Store = original.Store;
        Terminal = original.Terminal;
    }

    public TransactionMessage<TOutcome> Original { get; }

    public override CardNumber LockedCard => Original.LockedCard;

    public override MessageKey Key => Original.Key;

    public override PinBlock? Pin => Original.Pin;
}
