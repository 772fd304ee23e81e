using System.Data;
using Jpos.Domain.Journal;
using Jpos.Infrastructure.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Jpos.Infrastructure.Database.Sqlite;

/// <summary>SQLite, the embedded engine: one file, one process, one writer at a time.</summary>
internal sealed class SqliteEngine : DatabaseEngine
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    public override bool HasSingleWriter => true;

    /// <summary>Names the migrations of this engine.</summary>
    public static void Configure(SqliteDbContextOptionsBuilder driver) => driver.MigrationsAssembly("Jpos.Migrations.Sqlite");

    /// <exception cref="InvalidOperationException">The file does not support a write-ahead log.</exception>
    protected override async Task Migrate(JposDbContext db, CancellationToken cancellation)
    {
        // SQLite gives its other files, such as the write-ahead log, the mode of this file.
        if (new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) is { Mode: not SqliteOpenMode.Memory } file && !file.DataSource.StartsWith(':') && !File.Exists(file.DataSource))
        {
            PrivateFile.Make(file.DataSource).Dispose();
        }

        // EF guards migrations with a row and waits forever for one that a killed host left. SQLite serves one host only, so the row can be deleted.
        if (await Scalar(db, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancellation) is not 0L)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellation);
        }

        if (await Scalar(db, "PRAGMA journal_mode = WAL", cancellation) is not "wal")
        {
            throw new InvalidOperationException("SQLite cannot create a write-ahead log for the database file. Move the file to a local file system.");
        }

        await base.Migrate(db, cancellation);
    }

    // BEGIN IMMEDIATE takes the write lock before anything is read, so that no row changes after a decision.
    public override Task BeginWriting(JposDbContext db, CancellationToken cancellation) => db.Database.BeginTransactionAsync(cancellation);

    // The single-writer lock already protects all rows.
    public override Task Lock(JposDbContext db, RowLocks rowLocks, CancellationToken cancellation) => Task.CompletedTask;

    // The driver uses BEGIN DEFERRED for this isolation level. A connection with a private cache sees only committed data, as of its first read.
    public override Task BeginReading(JposDbContext db, CancellationToken cancellation) =>
        db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellation);

    public override async Task InsertAdded(JposDbContext db, CancellationToken cancellation)
    {
        // The interceptors of a save must run here too, because the rows may cause events.
        var saving = new DbContextEventData(null!, (_, _) => "", db);
        foreach (var interceptor in (db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors ?? []).OfType<ISaveChangesInterceptor>())
        {
            await interceptor.SavingChangesAsync(saving, default, cancellation);
        }

        SqliteBulkInsert.Insert(db);
    }

    public override IQueryable<TransactionJournal> WithKeys(JposDbContext db, IReadOnlyCollection<(long BatchId, TraceNumber Trace)> keys) => db.Journal.FromSql(
        $"""SELECT j.* FROM json_each({AsJson(keys)}) k CROSS JOIN "TransactionJournal" j ON j."BatchId" = k.value ->> 0 AND j."Trace" = k.value ->> 1""");

    public override async Task<string?> Backup(JposDbContext db, string file, CancellationToken cancellation)
    {
        await AppliedMigrations(db, cancellation);
        await SqliteBackup.Write(db, file, cancellation);
        return null;
    }

    protected override bool IsConflictOfEngine(Exception exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    protected override bool IsBusyOfEngine(Exception exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    // A file is not temporarily unavailable.
    protected override bool IsTransientOfEngine(Exception exception) => false;

    protected override bool IsRefusedByEngine(Exception exception) => exception is SqliteException;

    private static async Task<object?> Scalar(JposDbContext db, string sql, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
