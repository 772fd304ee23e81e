namespace Jpos.Application.TerminalProtocol.Messages;

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
    public virtual OperatorNumber? SignOnOperator => null;

    /// <summary>The encrypted PIN, if it carries one.</summary>
    public virtual PinBlock? Pin => null;

    /// <summary>The terminal's working keys are needed for it: for its MAC, its PIN, or to add a new pair.</summary>
    public virtual bool NeedsKeys => Signature is not null || SignOnOperator is not null;

    /// <summary>The card it is about, if it is about one.</summary>
    public virtual CardNumber? LockedCard => null;

    /// <summary>The mobile whose verify codes it counts or uses up, if it does.</summary>
    public virtual MobileNumber? LockedMobile => null;

    /// <summary>What it shares with its copies and its reversal; null if it has no key.</summary>
    public virtual MessageKey? Key => null;

    /// <summary>It closes its terminal's batch, and what comes meanwhile has to wait.</summary>
    public virtual bool ClosesBatch => false;

    /// <summary>It only looks, and needs nobody to wait, unless something comes of it that has to be kept: a pair of keys confirmed by its MAC, a failure counted.</summary>
    public virtual bool IsReadOnly => false;

    /// <summary>A decline in the shape of this message's answer.</summary>
    public abstract Outcome Declined(Decline decline);
}

/// <typeparam name="TOutcome">What comes of it.</typeparam>
public abstract record TerminalMessage<TOutcome> : TerminalMessage
    where TOutcome : Outcome, new()
{
    public sealed override TOutcome Declined(Decline decline) => new() { Code = decline.Code, Detail = decline.Detail };
}
