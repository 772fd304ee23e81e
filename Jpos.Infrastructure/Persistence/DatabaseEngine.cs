using System.Globalization;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence;

/// <summary>What each engine does in its own way.</summary>
internal abstract class DatabaseEngine
{
    /// <summary>Only one unit of work may write at a time, and the host has to see to it.</summary>
    public abstract bool HasSingleWriter { get; }

    /// <summary>How many units of work with messages run at once, unless one takes long.</summary>
    public virtual int Lanes => HasSingleWriter ? 1 : 2;

    /// <summary>Brings the schema up to date, before the first message.</summary>
    public virtual Task Prepare(JposDbContext db, CancellationToken cancellation) => db.Database.MigrateAsync(cancellation);

    /// <summary>Begins a transaction in which nobody else changes what the unit of work decides on.</summary>
    public abstract Task BeginWriting(JposDbContext db, CancellationToken cancellation);

    /// <summary>Begins a transaction that sees the database as it is at one moment, and changes nothing.</summary>
    public abstract Task BeginReading(JposDbContext db, CancellationToken cancellation);

    /// <summary>The journal's records under some keys, each a batch and a trace number.</summary>
    public abstract IQueryable<TransactionJournal> WithKeys(JposDbContext db, IReadOnlyCollection<(long BatchId, TraceNumber Trace)> keys);

    /// <summary>Somebody else wrote what this unit of work read or wanted to write: it has to be decided again on fresh rows.</summary>
    public bool IsConflict(Exception exception) => Chain(exception).Any(link => link is DbUpdateConcurrencyException || IsConflictOfEngine(link));

    /// <summary>Somebody else holds the database; trying again later may help.</summary>
    public bool IsBusy(Exception exception) => Chain(exception).Any(IsBusyOfEngine);

    /// <summary>The engine's own word for a unique violation, or a deadlock that it ended.</summary>
    protected abstract bool IsConflictOfEngine(Exception exception);

    /// <summary>The engine's own word for a lock that it waited for in vain.</summary>
    protected abstract bool IsBusyOfEngine(Exception exception);

    /// <summary>Pairs of numbers, for engines that take lists as JSON.</summary>
    protected static string AsJson(IEnumerable<(long BatchId, TraceNumber Trace)> keys) => $"[{string.Join(',', keys.Select(key => string.Create(CultureInfo.InvariantCulture, $"[{key.BatchId},{key.Trace.Value}]")))}]";

    /// <summary>An exception and those inside it: how deep the engine's own lies depends on who passed it on.</summary>
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var link = exception; link is not null; link = link.InnerException)
        {
            yield return link;
        }
    }
}
