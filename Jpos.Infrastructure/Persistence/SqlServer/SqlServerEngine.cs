using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Persistence.SqlServer;

/// <summary>
/// SQL Server, not yet run against one. Serializable transactions keep decisions from resting on rows that change; a deadlock between two of them counts as a conflict and is decided again.
/// </summary>
internal sealed class SqlServerEngine : DatabaseEngine
{
    private const int UniqueConstraintViolation = 2627;
    private const int UniqueIndexViolation = 2601;
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;

    public override bool HasSingleWriter => false;

    public override Task BeginWriting(JposDbContext db, CancellationToken cancellation) =>
        db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);

    public override Task BeginReading(JposDbContext db, CancellationToken cancellation) =>
        db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public override Task<string?> Backup(JposDbContext db, string file, CancellationToken cancellation) => Task.FromResult<string?>("BACKUP DATABASE");

    protected override bool IsConflictOfEngine(Exception exception) =>
        exception is SqlException { Number: UniqueIndexViolation or UniqueConstraintViolation or Deadlock };

    protected override bool IsBusyOfEngine(Exception exception) => exception is SqlException { Number: LockTimeout };
}
