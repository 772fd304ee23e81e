using System.Data.Common;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Jpos.Tests.Persistence;

/// <summary>How PostgreSQL goes about a statement.</summary>
internal static partial class PostgresPlan
{
    /// <summary>The tables of which a statement has to read every row: those that are read so even if the server is told to avoid it.</summary>
    public static async Task<IReadOnlyList<string>> Scanned(DbConnection connection, SentStatements.Statement statement)
    {
        var scanned = new List<string>();
        foreach (var sql in statement.Sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(sql => Explained().IsMatch(sql)))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SET enable_seqscan = off; EXPLAIN (FORMAT JSON) {sql}";
            foreach (var (name, value) in statement.Values.Where(value => Regex.IsMatch(sql, $"@{value.Name.TrimStart('@')}\\b")))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            scanned.AddRange(Scans(JsonNode.Parse((string)(await command.ExecuteScalarAsync())!)![0]!["Plan"]!, null));
        }

        return scanned;
    }

    [GeneratedRegex(@"^(?:SELECT|INSERT|UPDATE|DELETE)\b")]
    private static partial Regex Explained();

    /// <summary>The tables of a plan that are read from end to end, or of which an index is.</summary>
    private static IEnumerable<string> Scans(JsonNode node, string? tableOfParent)
    {
        var table = (string?)node["Relation Name"] ?? tableOfParent;
        var type = (string?)node["Node Type"];
        if (type == "Seq Scan" || (type is "Index Scan" or "Index Only Scan" or "Bitmap Index Scan" && node["Index Cond"] is null))
        {
            yield return table!;
        }

        foreach (var scan in (node["Plans"] as JsonArray ?? []).SelectMany(part => Scans(part!, table)))
        {
            yield return scan;
        }
    }
}
