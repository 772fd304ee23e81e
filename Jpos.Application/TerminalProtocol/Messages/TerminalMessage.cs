namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>A message of a terminal. Its rows are known before it is handled, so that many messages can share one unit of work.</summary>
public abstract record TerminalMessage : IRequest<Reply>
{
    public required StoreNumber Store { get; init; }

    public required TerminalNumber Terminal { get; init; }

    /// <summary>The sender's address; empty if unknown.</summary>
    public string Address { get; init; } = "";

    /// <summary>The signature; null without a MAC.</summary>
    public MessageSignature? Signature { get; init; }

    /// <summary>The operator who signs on; null for any message but a check-in.</summary>
    public virtual OperatorNumber? SignOnOperator => null;

    /// <summary>The encrypted PIN, if there is one.</summary>
    public virtual PinBlock? Pin => null;

    /// <summary>Whether the message needs the terminal's working keys: for its MAC, its PIN, or a new pair.</summary>
    public virtual bool NeedsKeys => Signature is not null || SignOnOperator is not null;

    /// <summary>The card of the message, if there is one.</summary>
    public virtual CardNumber? LockedCard => null;

    /// <summary>The mobile whose verify codes the message counts or uses, if there is one.</summary>
    public virtual MobileNumber? LockedMobile => null;

    /// <summary>The key that the message shares with its copies and its reversal; null if it has none.</summary>
    public virtual MessageKey? Key => null;

    /// <summary>Whether the message closes its terminal's batch, so that other messages must wait.</summary>
    public virtual bool ClosesBatch => false;

    /// <summary>Whether the message is a query. It needs no locks unless it has a result to keep: a confirmed pair of keys, or a counted failure.</summary>
    public virtual bool IsReadOnly => false;

    /// <summary>Returns a decline in the format of this message's answer.</summary>
    public abstract Outcome Declined(Decline decline);
}

/// <typeparam name="TOutcome">The outcome of the message.</typeparam>
public abstract record TerminalMessage<TOutcome> : TerminalMessage
    where TOutcome : Outcome, new()
{
    public sealed override TOutcome Declined(Decline decline) => new() { Code = decline.Code, Detail = decline.Detail };
}
