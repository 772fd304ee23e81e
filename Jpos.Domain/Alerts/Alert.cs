using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Terminals;

namespace Jpos.Domain.Alerts;

/// <summary>
/// A call to the back office, about a transaction, a batch or a terminal: one for each kind and transaction or batch however often a terminal repeats itself, one an hour for each kind and terminal. Somebody takes it, and resolves it.
/// </summary>
public sealed class Alert
{
    public const int LongestName = 200;
    public const int LongestNote = 500;

    private Alert()
    {
    }

    /// <summary>Makes an alert about the whole host.</summary>
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
        : this(kind, raisedAt, about.Batch?.StoreNumber) => About = about.Serial;

    public Alert(AlertKind kind, DateTime raisedAt, Batch batch)
        : this(kind, raisedAt, batch.StoreNumber) => BatchId = batch.Id;

    public Alert(AlertKind kind, DateTime raisedAt, Terminal terminal)
        : this(kind, raisedAt, terminal.StoreNumber) => Terminal = terminal.Number;

    public long Id { get; private set; }

    public AlertKind Kind { get; private set; }

    public DateTime RaisedAt { get; private set; }

    /// <summary>Where it happened, and whose it is to look into; null for what no terminal did.</summary>
    public StoreNumber? Store { get; private set; }

    /// <summary>The transaction it is about: the original that a reversal named, or the undoing that left a debt; null if it is about something else.</summary>
    public SerialNumber? About { get; private set; }

    /// <summary>The batch it is about; null if it is about something else.</summary>
    public long? BatchId { get; private set; }

    /// <summary>The terminal it is about; null if it is about something else.</summary>
    public TerminalNumber? Terminal { get; private set; }

    public AlertState State { get; private set; }

    /// <summary>Who took it, or resolved it; null while it is open.</summary>
    public string? Assignee { get; private set; }

    /// <summary>When they took it, UTC; null while it is open.</summary>
    public DateTime? AcknowledgedAt { get; private set; }

    /// <summary>When it was resolved, UTC; null if it is not.</summary>
    public DateTime? ResolvedAt { get; private set; }

    /// <summary>What came of it, in the words of who resolved it; null if it is not.</summary>
    public string? Note { get; private set; }

    /// <summary>Somebody looks into it from now on, if nobody does.</summary>
    /// <returns>Whether they have it.</returns>
    public bool Acknowledge(string who, DateTime now)
    {
        if (State is not AlertState.Open)
        {
            return false;
        }

        (State, Assignee, AcknowledgedAt) = (AlertState.Acknowledged, who, now);
        return true;
    }

    /// <summary>Whoever took it does not look into it any more: it is open again.</summary>
    /// <returns>Whether somebody had it.</returns>
    public bool Release()
    {
        if (State is not AlertState.Acknowledged)
        {
            return false;
        }

        (State, Assignee, AcknowledgedAt) = (AlertState.Open, null, null);
        return true;
    }

    /// <summary>It is dealt with, by who took it, or by the first who comes if it is open.</summary>
    /// <returns>Whether it is dealt with now; not if somebody else has it, or it was before.</returns>
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
