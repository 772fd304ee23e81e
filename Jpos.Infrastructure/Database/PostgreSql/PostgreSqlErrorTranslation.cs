using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Jpos.Infrastructure.Database.PostgreSql;

/// <summary>
/// A connection on which the driver and the server no longer understand each other is not used again. It comes to that when a statement fails, or its connection breaks, while it is being prepared:
/// the driver gives its name to another one, which the server refuses; or it waits for an answer that is not the next one; or it stumbles over what is not there any more.
/// The transaction is lost, and is a matter of trying again, as if the connection had broken.
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
            // Those that are in use are closed when they come back.
            NpgsqlConnection.ClearPool(connection);
        }

        return Task.CompletedTask;
    }

    /// <summary>The driver got an answer that is not the next one. It has no code for that, and two types.</summary>
    private static bool IsOutOfTurn(Exception exception) => exception.Source == "Npgsql"
        && exception.Message.StartsWith("Received ", StringComparison.Ordinal) && exception.Message.EndsWith("Please file a bug.", StringComparison.Ordinal);
}
