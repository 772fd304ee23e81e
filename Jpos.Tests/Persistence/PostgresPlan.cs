using System.Data.Common;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Jpos.Tests.Persistence;

/// <summary>How PostgreSQL goes about a statement.</summary>
internal static partial class PostgresPlan
{
    /// <summary>The tables of which a statement has to read every row: those that are read so even if the server is told to avoid it.</summary>
    public static async Task<IReadOnlyList<string>> Scanned(DbConnection connection, SentStatements.Statement statement) =>
        [.. (await Plans(connection, statement, "enable_seqscan = off")).SelectMany(plan => Scans(plan, null))];

    /// <summary>Whether a statement has to sort all that it finds, even if the server is told to avoid it, and not only a part that was cut off before, or what is of one moment.</summary>
    public static async Task<bool> Sorts(DbConnection connection, SentStatements.Statement statement) =>
        (await Plans(connection, statement, "enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off")).Any(Sorts);

    private static async Task<IReadOnlyList<JsonNode>> Plans(DbConnection connection, SentStatements.Statement statement, string settings)
    {
        var plans = new List<JsonNode>();
        foreach (var sql in statement.Sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(sql => Explained().IsMatch(sql)))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SET {settings}; EXPLAIN (FORMAT JSON) {sql}";
            foreach (var (name, value) in statement.Values.Where(value => Regex.IsMatch(sql, $"@{value.Name.TrimStart('@')}\\b")))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            plans.Add(JsonNode.Parse((string)(await command.ExecuteScalarAsync())!)![0]!["Plan"]!);
        }

        return plans;
    }

    [GeneratedRegex(@"^(?:SELECT|INSERT|UPDATE|DELETE)\b")]
    private static partial Regex Explained();

    private static bool Sorts(JsonNode node) => ((string?)node["Node Type"] == "Sort" && !HasLimit(node)) || Parts(node).Any(Sorts);

    private static bool HasLimit(JsonNode node) => (string?)node["Node Type"] == "Limit" || Parts(node).Any(HasLimit);

    private static IEnumerable<JsonNode> Parts(JsonNode node) => (node["Plans"] as JsonArray ?? []).Select(part => part!);

    /// <summary>The tables of a plan that are read from end to end, or of which an index is.</summary>
    private static IEnumerable<string> Scans(JsonNode node, string? tableOfParent)
    {
        var table = (string?)node["Relation Name"] ?? tableOfParent;
        var type = (string?)node["Node Type"];
        if (type == "Seq Scan" || (type is "Index Scan" or "Index Only Scan" or "Bitmap Index Scan" && node["Index Cond"] is null))
        {
            yield return table!;
        }

        foreach (var scan in Parts(node).SelectMany(part => Scans(part, table)))
        {
            yield return scan;
        }
    }
}
