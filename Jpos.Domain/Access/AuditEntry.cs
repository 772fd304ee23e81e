namespace Jpos.Domain.Access;

/// <summary>One change of the back office. It is written in the transaction of the change and never changes.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    /// <param name="at">When, UTC.</param>
    /// <param name="actor">The caller: an API key, or the subject of a token.</param>
    /// <param name="action">The name of the command.</param>
    /// <param name="subject">The changed resource, as its address names it.</param>
    /// <param name="before">Its view before the change, JSON; null if it did not exist.</param>
    /// <param name="after">Its view after the change, JSON; null if it no longer exists.</param>
    public AuditEntry(DateTime at, string actor, string action, string subject, string? before, string? after)
    {
        At = at;
        Actor = actor;
        Action = action;
        Subject = subject;
        Before = before;
        After = after;
    }

    /// <summary>Its number; later entries have higher ones.</summary>
    public long Number { get; private set; }

    public DateTime At { get; private set; }

    public string Actor { get; private set; } = "";

    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string? Before { get; private set; }

    public string? After { get; private set; }
}
