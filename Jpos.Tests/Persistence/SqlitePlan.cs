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
        var scanned = new List<string>();
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
                if (Scan().Match(plan.GetString(plan.GetOrdinal("detail"))) is { Success: true } match)
                {
                    scanned.Add(tables.GetValueOrDefault(match.Groups[1].Value, match.Groups[1].Value));
                }
            }
        }

        return scanned;
    }

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Alias();

    [GeneratedRegex(@"^SCAN (\w+)")]
    private static partial Regex Scan();
}
