using System.Data.Common;
using System.Text.RegularExpressions;

namespace Jpos.Tests.Persistence;

/// <summary>How SQLite goes about a statement.</summary>
internal static partial class SqlitePlan
{
    /// <summary>The tables of which a statement reads every row, or every entry of an index.</summary>
    public static async Task<IReadOnlyList<string>> Scanned(DbConnection connection, SentStatements.Statement statement)
    {
        var tables = Alias().Matches(statement.Sql).DistinctBy(match => match.Groups[2].Value).ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);
        return [.. (await Steps(connection, statement)).Select(step => Scan().Match(step.Detail)).Where(match => match.Success).Select(match => tables.GetValueOrDefault(match.Groups[1].Value, match.Groups[1].Value))];
    }

    /// <summary>Whether a statement sorts all that it finds, and not only a part that was cut off before, or what is of one moment.</summary>
    public static async Task<bool> Sorts(DbConnection connection, SentStatements.Statement statement)
    {
        var steps = await Steps(connection, statement);
        return steps.Any(step => step.Detail == "USE TEMP B-TREE FOR ORDER BY" && !steps.Any(part => part.Parent == step.Parent && part.Detail.StartsWith("CO-ROUTINE", StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<(long Parent, string Detail)>> Steps(DbConnection connection, SentStatements.Statement statement)
    {
        var steps = new List<(long, string)>();
        foreach (var sql in statement.Sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            foreach (var (name, value) in statement.Values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            await using var plan = await command.ExecuteReaderAsync();
            while (await plan.ReadAsync())
            {
                steps.Add((plan.GetInt64(plan.GetOrdinal("parent")), plan.GetString(plan.GetOrdinal("detail"))));
            }
        }

        return steps;
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Alias();

    [GeneratedRegex(@"^SCAN (\w+)")]
    private static partial Regex Scan();
}
