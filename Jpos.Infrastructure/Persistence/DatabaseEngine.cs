using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence;

/// <summary>What each engine does in its own way.</summary>
internal abstract class DatabaseEngine
{
    /// <summary>Only one unit of work may write at a time, and the host has to see to it.</summary>
    public abstract bool HasSingleWriter { get; }

    /// <summary>Brings the schema up to date, before the first message.</summary>
    public virtual Task Prepare(JposDbContext db, CancellationToken cancellation) => db.Database.MigrateAsync(cancellation);

    /// <summary>Begins a transaction in which nobody else changes what the unit of work decides on.</summary>
    public abstract Task BeginWriting(JposDbContext db, CancellationToken cancellation);

    /// <summary>Begins a transaction that sees the database as it is at one moment, and changes nothing.</summary>
    public abstract Task BeginReading(JposDbContext db, CancellationToken cancellation);

    /// <summary>Writes a file with the database as it is at one moment, while others go on reading and writing.</summary>
    /// <returns>Null if it did; else the engine's own tool, which has to do it.</returns>
    public abstract Task<string?> Backup(JposDbContext db, string file, CancellationToken cancellation);

    /// <summary>Somebody else wrote what this unit of work read or wanted to write: it has to be decided again on fresh rows.</summary>
    public bool IsConflict(Exception exception) => Chain(exception).Any(link => link is DbUpdateConcurrencyException || IsConflictOfEngine(link));

    /// <summary>Somebody else holds the database; trying again later may help.</summary>
    public bool IsBusy(Exception exception) => Chain(exception).Any(IsBusyOfEngine);

    /// <summary>The engine's own word for a unique violation, or a deadlock that it ended.</summary>
    protected abstract bool IsConflictOfEngine(Exception exception);

    /// <summary>The engine's own word for a lock that it waited for in vain.</summary>
    protected abstract bool IsBusyOfEngine(Exception exception);

    /// <summary>An exception and those inside it: how deep the engine's own lies depends on who passed it on.</summary>
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var link = exception; link is not null; link = link.InnerException)
        {
            yield return link;
        }
    }
}
