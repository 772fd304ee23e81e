using System.Data.Common;
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
            command.CommandText = $"SET enable_seqscan = off; EXPLAIN {sql}";
            foreach (var (name, value) in statement.Values.Where(value => Regex.IsMatch(sql, $"@{value.Name.TrimStart('@')}\\b")))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            await using var plan = await command.ExecuteReaderAsync();
            while (await plan.ReadAsync())
            {
                if (Scan().Match(plan.GetString(0)) is { Success: true } match)
                {
                    scanned.Add(match.Groups[1].Value);
                }
            }
        }

        return scanned;
    }

    [GeneratedRegex(@"^(?:SELECT|INSERT|UPDATE|DELETE)\b")]
    private static partial Regex Explained();

    [GeneratedRegex("Seq Scan on \"(\\w+)\"")]
    private static partial Regex Scan();
}
