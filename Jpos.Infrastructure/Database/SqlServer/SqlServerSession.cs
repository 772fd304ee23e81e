using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Infrastructure.Database.SqlServer;

/// <summary>
/// What every use of a connection begins with. The pool hands on the isolation of whoever had the connection last, and takes back how long a lock is waited for.
/// A batch without parameters: what is set by one with parameters ends with it.
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
