namespace Jpos.Domain.Access;

/// <summary>One change that somebody made in the back office: written with the change, in one transaction, and never changed.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    /// <param name="at">When, UTC.</param>
    /// <param name="who">Who: the API key, or the subject of a token.</param>
    /// <param name="act">What was done, an act's name.</param>
    /// <param name="subject">To what, as its address has it.</param>
    /// <param name="before">What was seen of it before, JSON; null if it was not there.</param>
    /// <param name="after">What was seen of it afterwards, JSON; null if it is not there any more.</param>
    public AuditEntry(DateTime at, string who, string act, string subject, string? before, string? after)
    {
        At = at;
        Actor = who;
        Action = act;
        Subject = subject;
        Before = before;
        After = after;
    }

    /// <summary>The later entry has the higher one.</summary>
    public long Number { get; private set; }

    public DateTime At { get; private set; }

    public string Actor { get; private set; } = "";

    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string? Before { get; private set; }

    public string? After { get; private set; }
}
