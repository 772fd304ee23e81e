using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jpos.Tests.Persistence;

/// <summary>Keeps what is sent to a database, with the values that are sent along.</summary>
internal sealed class SentStatements : DbCommandInterceptor
{
    private readonly List<Statement> all = [];

    /// <summary>What was sent since this was last asked for.</summary>
    public IReadOnlyList<Statement> Take()
    {
        lock (all)
        {
            Statement[] taken = [.. all];
            all.Clear();
            return taken;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(result);
    }

    private void Keep(DbCommand command)
    {
        lock (all)
        {
            all.Add(new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        }
    }

    internal sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Values);
}
