using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.SqlServer;

/// <summary>
/// SQL Server. Serializable transactions keep decisions from resting on rows that change; a deadlock between two of them counts as a conflict and is decided again.
/// </summary>
internal sealed class SqlServerJposDbContext(DbContextOptions<SqlServerJposDbContext> options) : JposDbContext(options)
{
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;

    public override bool HasSingleWriter => false;

    public override Task BeginWriting(CancellationToken cancellation) => Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);

    public override Task BeginReading(CancellationToken cancellation) => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public override bool IsConflict(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || (exception as SqlException ?? exception.InnerException as SqlException) is { Number: 2601 or 2627 or Deadlock };

    public override bool IsBusy(Exception exception) => (exception as SqlException ?? exception.InnerException as SqlException) is { Number: LockTimeout };
}
