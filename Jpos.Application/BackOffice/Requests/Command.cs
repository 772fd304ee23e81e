namespace Jpos.Application.BackOffice.Requests;

/// <summary>A change that a caller requests. It runs atomically in a unit of work of its own, together with its audit entry.</summary>
public abstract record Command
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 200;

    /// <summary>The caller.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The idempotency key: a repeat gets the first answer and has no second effect. Null if none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The ETag of the state that the caller saw; null to accept any state.</summary>
    public string? ExpectedETag { get; init; }

    /// <summary>The terminal whose messages wait until the command ends; null if none.</summary>
    public virtual TerminalNumber? LockedTerminal => null;

    /// <summary>The cards whose messages wait until the command ends.</summary>
    public virtual IReadOnlyCollection<CardNumber> LockedCards => [];

    /// <summary>The free text of the caller. A card number in it is refused.</summary>
    public virtual IReadOnlyList<FreeText> FreeTexts => [];

    /// <summary>Whether the command sets a member's document. Such commands run one after the other, so that no two members get the same document.</summary>
    public virtual bool ChangesIdentityDocument => false;

    /// <summary>The serial numbers that the command needs beyond a few.</summary>
    public virtual int SerialNumbersNeeded => 0;

    /// <summary>Whether the command changes the programme, so that the cache must be invalidated.</summary>
    public virtual bool ChangesProgramme => false;

    /// <summary>Whether the answer contains a secret that must not be stored. A repeat is told so and gets no second answer.</summary>
    public virtual bool ReturnsSecret => false;

    /// <summary>Returns a problem as a result of this command.</summary>
    public abstract CommandResult Refused(Problem problem);
}

/// <inheritdoc/>
public abstract record Command<TView> : Command, IRequest<CommandResult<TView>>
    where TView : class
{
    public sealed override CommandResult<TView> Refused(Problem problem) => problem;
}
