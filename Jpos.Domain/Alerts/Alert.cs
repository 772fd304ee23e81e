using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Terminals;

namespace Jpos.Domain.Alerts;

/// <summary>
/// An alert for the back office about a transaction, a batch, a terminal or the host. A transaction or batch has at most one of each kind; a terminal raises at most one of each kind in an hour. A person acknowledges and resolves it.
/// </summary>
public sealed class Alert
{
    public const int LongestName = 200;
    public const int LongestNote = 500;

    private Alert()
    {
    }

    /// <summary>Creates an alert about the whole host.</summary>
    public Alert(AlertKind kind, DateTime raisedAt)
        : this(kind, raisedAt, store: null)
    {
    }

    private Alert(AlertKind kind, DateTime raisedAt, StoreNumber? store)
    {
        Kind = kind;
        RaisedAt = raisedAt;
        Store = store;
    }

    public Alert(AlertKind kind, DateTime raisedAt, TransactionJournal about)
        : this(kind, raisedAt, about.Store) => About = about.Serial;

    public Alert(AlertKind kind, DateTime raisedAt, Batch batch)
        : this(kind, raisedAt, batch.StoreNumber) => BatchId = batch.Id;

    public Alert(AlertKind kind, DateTime raisedAt, Terminal terminal)
        : this(kind, raisedAt, terminal.StoreNumber) => Terminal = terminal.Number;

    public long Id { get; private set; }

    public AlertKind Kind { get; private set; }

    public DateTime RaisedAt { get; private set; }

    /// <summary>The store where it happened, which handles it; null if no terminal caused it.</summary>
    public StoreNumber? Store { get; private set; }

    /// <summary>The transaction it is about: the original of a reversal, or the undo that left a debt; null if it is about something else.</summary>
    public SerialNumber? About { get; private set; }

    /// <summary>The batch it is about; null if it is about something else.</summary>
    public long? BatchId { get; private set; }

    /// <summary>The terminal it is about; null if it is about something else.</summary>
    public TerminalNumber? Terminal { get; private set; }

    public AlertState State { get; private set; }

    /// <summary>The person who acknowledged or resolved it; null while it is open.</summary>
    public string? Assignee { get; private set; }

    /// <summary>The time at which it was acknowledged, UTC; null while it is open.</summary>
    public DateTime? AcknowledgedAt { get; private set; }

    /// <summary>The time at which it was resolved, UTC; null if it is not.</summary>
    public DateTime? ResolvedAt { get; private set; }

    /// <summary>The result, written by the person who resolved it; null if it is not resolved.</summary>
    public string? Note { get; private set; }

    /// <summary>Assigns it to a caller, if it is open.</summary>
    /// <returns>Whether it was assigned.</returns>
    public bool Acknowledge(string who, DateTime now)
    {
        if (State is not AlertState.Open)
        {
            return false;
        }

        (State, Assignee, AcknowledgedAt) = (AlertState.Acknowledged, who, now);
        return true;
    }

    /// <summary>Ends its assignment. It is open again.</summary>
    /// <returns>Whether it was assigned before.</returns>
    public bool Release()
    {
        if (State is not AlertState.Acknowledged)
        {
            return false;
        }

        (State, Assignee, AcknowledgedAt) = (AlertState.Open, null, null);
        return true;
    }

    /// <summary>Resolves it, by its assignee, or by anyone while it is open.</summary>
    /// <returns>Whether it is resolved now; false if it has another assignee or was already resolved.</returns>
    public bool Resolve(string who, string note, DateTime now)
    {
        if (State is AlertState.Resolved || (State is AlertState.Acknowledged && Assignee != who))
        {
            return false;
        }

        AcknowledgedAt ??= now;
        (State, Assignee, ResolvedAt, Note) = (AlertState.Resolved, who, now, note);
        return true;
    }
}
