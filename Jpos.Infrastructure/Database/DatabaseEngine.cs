using System.Globalization;
using Jpos.Domain.Journal;
using Jpos.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jpos.Infrastructure.Database;

/// <summary>The operations that differ between engines.</summary>
internal abstract class DatabaseEngine
{
    /// <summary>The timeout of a migration's statement on a server. Statements of messages have a shorter one, because they must end before the deadline.</summary>
    protected static readonly TimeSpan MigrationTimeout = TimeSpan.FromMinutes(30);

    /// <summary>Whether only one unit of work may write at a time. The host enforces it by a lock.</summary>
    public abstract bool HasSingleWriter { get; }

    /// <summary>The most concurrent units of work with messages, except slow ones.</summary>
    public virtual int MaxConcurrentUnits => HasSingleWriter ? 1 : 2;

    /// <summary>Applies the missing migrations before the first message.</summary>
    /// <exception cref="SettingException">A different build created the schema. The database was not changed.</exception>
    public async Task Prepare(JposDbContext db, CancellationToken cancellation)
    {
        await AppliedMigrations(db, cancellation);
        await Migrate(db, cancellation);
    }

    /// <summary>Returns the applied migrations; none if the database or its history is missing. Creates and changes nothing.</summary>
    /// <exception cref="SettingException">The database has migrations that this build lacks.</exception>
    public async Task<IReadOnlyList<string>> AppliedMigrations(JposDbContext db, CancellationToken cancellation)
    {
        if (!await db.Exists(cancellation) || !await HasHistory(db, cancellation))
        {
            return [];
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        var known = db.Database.GetMigrations().ToList();
        return applied.Except(known).ToList() is { Count: > 0 } unknown
            ? throw new SettingException(
                $"Another build created the schema of the database: its history has {string.Join(", ", unknown)}, but this build ({ProductVersion.Text}) has {string.Join(", ", known)}. Nothing was changed. Run the build that created the schema, or set ConnectionStrings:Jpos to another database.")
            : applied;
    }

    /// <summary>Creates the database if it is missing, and applies the missing migrations.</summary>
    protected virtual async Task Migrate(JposDbContext db, CancellationToken cancellation)
    {
        if (await db.Exists(cancellation))
        {
            // The history table is created before EF reads it, because a server would log an error for a missing table.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellation);

            // A different build may have created the schema since the first check.
            await AppliedMigrations(db, cancellation);
        }

        await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>Returns whether the database has a table of applied migrations.</summary>
    protected virtual Task<bool> HasHistory(JposDbContext db, CancellationToken cancellation) => db.GetService<IHistoryRepository>().ExistsAsync(cancellation);

    /// <summary>Refuses a database whose options would lose answered messages or break isolation. It runs at each start, whoever created the schema.</summary>
    /// <exception cref="SettingException">The database has such options.</exception>
    public virtual Task CheckOptions(JposDbContext db, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Begins a transaction for a unit of work that writes. Once the unit holds its locks, no other transaction changes the locked rows.</summary>
    public abstract Task BeginWriting(JposDbContext db, CancellationToken cancellation);

    /// <summary>Locks the rows that a unit of work decides on, until its transaction ends. Call it before reading those rows. A unit that locks more rows later may deadlock with another one and run again.</summary>
    public abstract Task Lock(JposDbContext db, RowLocks rowLocks, CancellationToken cancellation);

    /// <summary>Begins a read-only transaction on one snapshot.</summary>
    public abstract Task BeginReading(JposDbContext db, CancellationToken cancellation);

    /// <summary>Commits the transaction. A commit that has begun is not cancelled.</summary>
    public virtual Task Commit(JposDbContext db) => db.Database.CommitTransactionAsync(CancellationToken.None);

    /// <summary>Writes the rows that a unit of work added, many at once. Afterwards the rows have their ids.</summary>
    public virtual Task InsertAdded(JposDbContext db, CancellationToken cancellation) => db.SaveChangesAsync(cancellation);

    /// <summary>Returns the journal entries with the given keys, each a batch and a trace number.</summary>
    public abstract IQueryable<TransactionJournal> WithKeys(JposDbContext db, IReadOnlyCollection<(long BatchId, TraceNumber Trace)> keys);

    /// <summary>Writes a consistent copy of the database to a file, while others read and write.</summary>
    /// <returns>Null on success; else the engine's own tool, which the operator must use.</returns>
    /// <exception cref="SettingException">A different build created the schema.</exception>
    public abstract Task<string?> Backup(JposDbContext db, string file, CancellationToken cancellation);

    /// <summary>Returns whether an exception is a conflict: another transaction changed rows that this unit read or writes. The unit must run again on fresh rows.</summary>
    public bool IsConflict(Exception exception) => Chain(exception).Any(link => link is DbUpdateConcurrencyException || IsConflictOfEngine(link));

    /// <summary>Returns whether the database is locked by another transaction. A later retry may succeed.</summary>
    public bool IsBusy(Exception exception) => Chain(exception).Any(IsBusyOfEngine);

    /// <summary>Returns whether the database is temporarily unavailable: lost, starting, or full. A commit may have succeeded all the same. A retried message then finds its stored answer.</summary>
    public bool IsTransient(Exception exception) => !IsConflict(exception) && Chain(exception).Any(IsTransientOfEngine);

    /// <summary>Returns whether the database itself reported that a commit failed. After any other exception the commit outcome is unknown.</summary>
    public bool IsRefused(Exception exception) => IsConflict(exception) || Chain(exception).Any(IsRefusedByEngine);

    /// <summary>Returns whether the engine reports a unique violation or a deadlock.</summary>
    protected abstract bool IsConflictOfEngine(Exception exception);

    /// <summary>Returns whether the engine reports a lock timeout.</summary>
    protected abstract bool IsBusyOfEngine(Exception exception);

    /// <summary>Converts pairs of numbers to JSON, for engines that take lists in that form.</summary>
    protected static string AsJson(IEnumerable<(long BatchId, TraceNumber Trace)> keys) => $"[{string.Join(',', keys.Select(key => string.Create(CultureInfo.InvariantCulture, $"[{key.BatchId},{key.Trace.Value}]")))}]";

    /// <summary>Returns whether the engine reports a transient failure.</summary>
    protected abstract bool IsTransientOfEngine(Exception exception);

    /// <summary>Returns whether the engine itself, and not a driver without a connection, reported the failure.</summary>
    protected abstract bool IsRefusedByEngine(Exception exception);

    /// <summary>Returns an exception and its inner exceptions, because wrappers may hide the engine's exception.</summary>
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var link = exception; link is not null; link = link.InnerException)
        {
            yield return link;
        }
    }
}
