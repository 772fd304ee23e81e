using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Jpos.Infrastructure.Database.PostgreSql;

/// <summary>
/// Closes a connection on which driver and server have lost synchronization. It happens when a statement fails, or the connection breaks, during its preparation.
/// The driver then reuses a statement name that the server refuses, waits for the wrong answer, or fails on missing state.
/// The transaction is lost and can be retried, as after a broken connection.
/// </summary>
internal sealed class PostgreSqlErrorTranslation : DbCommandInterceptor
{
    public static bool Are(Exception exception) => exception
        is PostgresException { SqlState: PostgresErrorCodes.DuplicatePreparedStatement or PostgresErrorCodes.InvalidSqlStatementName }
        or NullReferenceException { Source: "Npgsql" }
        || IsOutOfTurn(exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Are(eventData.Exception) && command.Connection is NpgsqlConnection connection)
        {
            // Connections in use are closed when they return to the pool.
            NpgsqlConnection.ClearPool(connection);
        }

        return Task.CompletedTask;
    }

    /// <summary>Returns whether the driver received an unexpected answer. It reports this without a code and by two exception types.</summary>
    private static bool IsOutOfTurn(Exception exception) => exception.Source == "Npgsql"
        && exception.Message.StartsWith("Received ", StringComparison.Ordinal) && exception.Message.EndsWith("Please file a bug.", StringComparison.Ordinal);
}
