namespace Jpos.Application.BackOffice.Requests;

/// <summary>Something that somebody wants changed. It is done in a unit of work of its own, whole or not at all, and written into the audit log with it.</summary>
public abstract record Command
{
    /// <summary>Why something is done is said in at most so many letters.</summary>
    public const int LongestReason = 200;

    /// <summary>Who wants it.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The caller's own key of the request: sent again, it gets the first answer and no second effect; null for none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The tag of the state that the caller saw; null if it does not matter, because nothing was there.</summary>
    public string? ExpectedETag { get; init; }

    /// <summary>The terminal whose messages wait until the act is over; null for none.</summary>
    public virtual TerminalNumber? LockedTerminal => null;

    /// <summary>The cards whose messages wait until the act is over.</summary>
    public virtual IReadOnlyCollection<CardNumber> LockedCards => [];

    /// <summary>What the caller wrote in their own words. A card number in it is refused.</summary>
    public virtual IReadOnlyList<FreeText> FreeTexts => [];

    /// <summary>It says which document a member has: acts that do so follow each other, so that no two members get the same one.</summary>
    public virtual bool ChangesIdentityDocument => false;

    /// <summary>How many serial numbers it needs, if it is more than a few.</summary>
    public virtual int SerialNumbersNeeded => 0;

    /// <summary>It changes what the programme says: the next message goes by it.</summary>
    public virtual bool ChangesProgramme => false;

    /// <summary>What is answered holds a secret that is not to be kept: a repeat is told so, instead of being answered again.</summary>
    public virtual bool ReturnsSecret => false;

    /// <summary>A problem in the shape of this command's result.</summary>
    public abstract CommandResult Refused(Problem problem);
}

/// <inheritdoc/>
public abstract record Command<TView> : Command, IRequest<CommandResult<TView>>
    where TView : class
{
    public sealed override CommandResult<TView> Refused(Problem problem) => problem;
}
