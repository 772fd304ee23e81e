using System.Data.Common;
using System.Globalization;
using System.Text;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Protocol;

/// <summary>All rows of all tables as text, one line a row: two dumps are equal if and only if nothing has changed.</summary>
internal static class DatabaseDump
{
    /// <param name="host">The host.</param>
    /// <param name="except">Tables that may change.</param>
    public static async Task<string> Dump(this JposHost host, params string[] except)
    {
        var tables = await host.InDatabase(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Order(StringComparer.Ordinal).ToList()));
        await using var connection = host.Database.Connect();
        await connection.OpenAsync();
        var dump = new StringBuilder();
        foreach (var table in tables.Except(except))
        {
            foreach (var row in await Rows(connection, $"SELECT * FROM \"{table}\" ORDER BY 1, 2"))
            {
                dump.Append(table).Append('|').Append(row).Append('\n');
            }
        }

        return dump.ToString();
    }

    /// <summary>The lines of the table of batches.</summary>
    public static async Task<string[]> Batches(this JposHost host) =>
        [.. (await host.Dump()).Split('\n').Where(line => line.StartsWith("Batches|", StringComparison.Ordinal))];

    private static async Task<List<string>> Rows(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
        }

        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
