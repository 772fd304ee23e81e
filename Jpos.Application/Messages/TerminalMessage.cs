using System.Diagnostics.CodeAnalysis;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.Messages;

/// <summary>A message of a terminal. What it touches can be told before it is handled, so that many can share one unit of work.</summary>
public abstract record TerminalMessage : IRequest<Reply>
{
    public required StoreNumber Store { get; init; }

    public required TerminalNumber Terminal { get; init; }

    /// <summary>Where it comes from, as far as the host can tell; empty if it cannot.</summary>
    public string Address { get; init; } = "";

    /// <summary>How it was signed; null if it carries no MAC.</summary>
    public MessageSignature? Signature { get; init; }

    /// <summary>Who signs on; null for any message but a check-in.</summary>
    public virtual OperatorNumber? SignsOn => null;

    /// <summary>The encrypted PIN, if it carries one.</summary>
    public virtual PinBlock? Pin => null;

    /// <summary>The terminal's working keys are needed for it: for its MAC, its PIN, or to add a new pair.</summary>
    public virtual bool NeedsKeys => Signature is not null || SignsOn is not null;

    /// <summary>The card it is about, if it is about one.</summary>
    public virtual CardNumber? Touches => null;

    /// <summary>The mobile whose verify codes it counts or uses up, if it does.</summary>
    public virtual MobileNumber? TouchesMobile => null;

    /// <summary>What it shares with its copies and its reversal; null if it has no key.</summary>
    public virtual MessageKey? Key => null;

    /// <summary>It closes its terminal's batch, and what comes meanwhile has to wait.</summary>
    public virtual bool Settles => false;

    /// <summary>It only looks, and needs nobody to wait, unless something comes of it that has to be kept: a pair of keys confirmed by its MAC, a failure counted.</summary>
    public virtual bool OnlyReads => false;

    /// <summary>A decline in the shape of this message's answer.</summary>
    public abstract Outcome Declined(Decline decline);
}

/// <typeparam name="TOutcome">What comes of it.</typeparam>
public abstract record TerminalMessage<TOutcome> : TerminalMessage
    where TOutcome : Outcome, new()
{
    public sealed override TOutcome Declined(Decline decline) => new() { Code = decline.Code, Detail = decline.Detail };
}

/// <summary>A message without a key: it is decided anew each time, and nothing is stored under its trace number (protocol §2).</summary>
public abstract record UnkeyedMessage<TOutcome> : TerminalMessage<TOutcome>
    where TOutcome : Outcome, new()
{
    /// <summary>Row 6 of protocol §2, as far as this message needs a session.</summary>
    public abstract Decline? RefuseSession(Terminal terminal);
}

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
    public virtual OriginalReference? Undoes => null;

    /// <summary>What makes another message with the same key the same message.</summary>
    public abstract MessageContent Content { get; }

    public override CardNumber Touches => Card;

    public override MessageKey Key => new(Terminal, Batch, Trace);
}

/// <summary>What a message, its copies and its reversal have in common.</summary>
public sealed record MessageKey(TerminalNumber Terminal, BatchNumber? Batch, TraceNumber Trace)
{
    /// <summary>The two may be the same key: a batch number that was left out is the open batch's.</summary>
    public bool Meets(MessageKey other) => Terminal == other.Terminal && Trace == other.Trace && (Batch is null || other.Batch is null || Batch == other.Batch);
}

/// <summary>The reversal of a message: the same body at another address (protocol §6).</summary>
/// <typeparam name="TOutcome">The outcome of the original: the answer has its shape.</typeparam>
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

    public override CardNumber Touches => Original.Touches;

    public override MessageKey Key => Original.Key;

    public override PinBlock? Pin => Original.Pin;
}
