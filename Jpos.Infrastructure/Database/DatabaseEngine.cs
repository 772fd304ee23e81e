using System.Globalization;
using Jpos.Domain.Journal;
using Jpos.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jpos.Infrastructure.Database;

/// <summary>What each engine does in its own way.</summary>
internal abstract class DatabaseEngine
{
    /// <summary>How long a statement of a migration may take on a server, where those of messages have to end before their deadline.</summary>
    protected static readonly TimeSpan MigrationTimeout = TimeSpan.FromMinutes(30);

    /// <summary>Only one unit of work may write at a time, and the host has to see to it.</summary>
    public abstract bool HasSingleWriter { get; }

    /// <summary>How many units of work with messages run at once, unless one takes long.</summary>
    public virtual int MaxConcurrentUnits => HasSingleWriter ? 1 : 2;

    /// <summary>Brings the schema up to date, before the first message.</summary>
    /// <exception cref="SettingException">Another build made the schema. Nothing was changed in the database.</exception>
    public async Task Prepare(JposDbContext db, CancellationToken cancellation)
    {
        await AppliedMigrations(db, cancellation);
        await Migrate(db, cancellation);
    }

    /// <summary>Returns the migrations that the database has; none if there is no database, or no history in it. Changes nothing, and makes no database.</summary>
    /// <exception cref="SettingException">It has some that this build does not have.</exception>
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

    /// <summary>Makes the database if it is missing, and applies the migrations that it lacks.</summary>
    protected virtual async Task Migrate(JposDbContext db, CancellationToken cancellation)
    {
        if (await db.Exists(cancellation))
        {
            // The table is made before EF reads it: a server would log an error for a table that is missing.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellation);

            // Another build may have made the schema since the first look.
            await AppliedMigrations(db, cancellation);
        }

        await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>Returns whether the database has a table of applied migrations.</summary>
    protected virtual Task<bool> HasHistory(JposDbContext db, CancellationToken cancellation) => db.GetService<IHistoryRepository>().ExistsAsync(cancellation);

    /// <summary>Refuses a database whose options would lose what was answered, or would let units of work see what they may not; for each start, whoever made the schema.</summary>
    /// <exception cref="SettingException">It has such options.</exception>
    public virtual Task CheckOptions(JposDbContext db, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Begins a transaction for a unit of work that writes. Once it has its locks, nobody else changes what it decides on.</summary>
    public abstract Task BeginWriting(JposDbContext db, CancellationToken cancellation);

    /// <summary>Locks what a unit of work is about to decide on, until its transaction ends. It is called before anything is read that is decided on; a unit that asks for more later may meet one that waits for it, and be decided again.</summary>
    public abstract Task Lock(JposDbContext db, RowLocks rowLocks, CancellationToken cancellation);

    /// <summary>Begins a transaction that sees the database as it is at one moment, and changes nothing.</summary>
    public abstract Task BeginReading(JposDbContext db, CancellationToken cancellation);

    /// <summary>Commits the transaction. It is seen through, whoever gives up meanwhile.</summary>
    public virtual Task Commit(JposDbContext db) => db.Database.CommitTransactionAsync(CancellationToken.None);

    /// <summary>Writes what was added in a unit of work, many rows at once. They have their ids afterwards.</summary>
    public virtual Task InsertAdded(JposDbContext db, CancellationToken cancellation) => db.SaveChangesAsync(cancellation);

    /// <summary>The journal's records under some keys, each a batch and a trace number.</summary>
    public abstract IQueryable<TransactionJournal> WithKeys(JposDbContext db, IReadOnlyCollection<(long BatchId, TraceNumber Trace)> keys);

    /// <summary>Writes a file with the database as it is at one moment, while others go on reading and writing.</summary>
    /// <returns>Null if it did; else the engine's own tool, which has to do it.</returns>
    /// <exception cref="SettingException">Another build made the schema.</exception>
    public abstract Task<string?> Backup(JposDbContext db, string file, CancellationToken cancellation);

    /// <summary>Somebody else wrote what this unit of work read or wanted to write: it has to be decided again on fresh rows.</summary>
    public bool IsConflict(Exception exception) => Chain(exception).Any(link => link is DbUpdateConcurrencyException || IsConflictOfEngine(link));

    /// <summary>Somebody else holds the database; trying again later may help.</summary>
    public bool IsBusy(Exception exception) => Chain(exception).Any(IsBusyOfEngine);

    /// <summary>The database was lost, is not up yet, or has no room for now. It may be that a commit went through all the same: a message that is tried again then finds its stored answer.</summary>
    public bool IsTransient(Exception exception) => !IsConflict(exception) && Chain(exception).Any(IsTransientOfEngine);

    /// <summary>The database itself said that a commit did not go through. Whatever else a commit ends with, nobody knows what came of it.</summary>
    public bool IsRefused(Exception exception) => IsConflict(exception) || Chain(exception).Any(IsRefusedByEngine);

    /// <summary>The engine's own word for a unique violation, or a deadlock that it ended.</summary>
    protected abstract bool IsConflictOfEngine(Exception exception);

    /// <summary>The engine's own word for a lock that it waited for in vain.</summary>
    protected abstract bool IsBusyOfEngine(Exception exception);

    /// <summary>Pairs of numbers, for engines that take lists as JSON.</summary>
    protected static string AsJson(IEnumerable<(long BatchId, TraceNumber Trace)> keys) => $"[{string.Join(',', keys.Select(key => string.Create(CultureInfo.InvariantCulture, $"[{key.BatchId},{key.Trace.Value}]")))}]";

    /// <summary>The engine's own words for failures that pass.</summary>
    protected abstract bool IsTransientOfEngine(Exception exception);

    /// <summary>The engine's own word, and not that of a driver that has lost it.</summary>
    protected abstract bool IsRefusedByEngine(Exception exception);

    /// <summary>An exception and those inside it: how deep the engine's own lies depends on who passed it on.</summary>
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var link = exception; link is not null; link = link.InnerException)
        {
            yield return link;
        }
    }
}
