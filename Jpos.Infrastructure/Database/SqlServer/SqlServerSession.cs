using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Infrastructure.Database.SqlServer;

/// <summary>
/// Initializes each use of a connection. The pool keeps the isolation level of the previous user and resets the lock timeout.
/// It is a batch without parameters, because settings of a batch with parameters end with that batch.
/// </summary>
internal sealed class SqlServerSession : DbConnectionInterceptor
{
    public const string Settings = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCK_TIMEOUT 1000;";

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
