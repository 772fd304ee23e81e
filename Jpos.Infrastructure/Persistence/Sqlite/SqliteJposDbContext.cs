using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Infrastructure.Persistence.Sqlite;

/// <summary>The embedded engine: one file, one process, one writer at a time.</summary>
internal sealed class SqliteJposDbContext(DbContextOptions<SqliteJposDbContext> options) : JposDbContext(options)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;

    public override bool HasSingleWriter => true;

    // BEGIN IMMEDIATE: the write lock is taken before anything is read, so that no decision rests on a row that changes under it.
    public override Task BeginWriting(CancellationToken cancellation) => Database.BeginTransactionAsync(cancellation);

    // BEGIN DEFERRED is what the driver makes of this level. With a cache of its own, a connection still sees nothing but what is committed, as of its first read.
    public override Task BeginReading(CancellationToken cancellation) => Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellation);

    public override bool IsConflict(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || exception is DbUpdateException { InnerException: SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation } };

    public override bool IsBusy(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException) is { SqliteErrorCode: Busy or Locked };
}

/// <summary>What holds for a connection, not for the file: a commit is on the disk before it is answered, and does not wait for another process for long.</summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
