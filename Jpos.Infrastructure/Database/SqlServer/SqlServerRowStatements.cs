using System.Data;
using System.Globalization;
using System.Text.Json;
using Jpos.Infrastructure.Database.BulkWrites;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Jpos.Infrastructure.Database.SqlServer;

/// <summary>Passes rows as one JSON text for each statement: a list of lists of values.</summary>
internal sealed class SqlServerRowStatements : RowStatements
{
    private const string Place = "place";

    public override bool TakesNew(RowTable table) => base.TakesNew(table) || table.IsNumberedInOrder;

    // The server numbers the rows of INSERT … SELECT in the order of its ORDER BY. The order of EF's MERGE is not guaranteed.
    public override void Insert(RowTable table, List<EntityEntry> rows)
    {
        var columns = table.Brought;
        Text.Append(CultureInfo.InvariantCulture, $"INSERT INTO [{table.Name}] ({string.Join(", ", columns.Select(column => $"[{column.Name}]"))}) SELECT {string.Join(", ", columns.Select(Read))} ");
        if (table.IsNumberedInOrder)
        {
            var place = 0;
            Text.Append(CultureInfo.InvariantCulture, $"FROM OPENJSON({Add(rows, [.. columns.Select(Stored), (columns[0], _ => place++)])}) WITH ({string.Join(", ", columns.Select(Declared))}, [{Place}] int '$[{columns.Count}]') AS [new] ORDER BY [new].[{Place}];");
        }
        else
        {
            Text.Append(CultureInfo.InvariantCulture, $"FROM OPENJSON({Add(rows, [.. columns.Select(Stored)])}) WITH ({string.Join(", ", columns.Select(Declared))}) AS [new];");
        }
    }

    // The join starts at the new values and finds rows by key. The server therefore reads no other rows, whatever its estimates.
    public override void Update(RowTable table, IReadOnlyList<RowColumn> changed, IReadOnlyList<EntityEntry> rows)
    {
        var (keys, version) = (table.Keys, table.Version!);
        List<RowColumn> sent = [.. keys, .. changed];
        var values = Add(rows, [.. sent.Select(Stored), (version, version.OriginalValue)]);
        Text.Append(CultureInfo.InvariantCulture, $"UPDATE [here] SET {string.Join(", ", changed.Select((column, place) => $"[{column.Name}] = {Read(column, keys.Count + place)}"))} ");
        Text.Append(CultureInfo.InvariantCulture, $"FROM OPENJSON({values}) WITH ({string.Join(", ", sent.Append(version).Select(Declared))}) AS [new] INNER LOOP JOIN [{table.Name}] AS [here] ON ");
        Text.AppendJoin(" AND ", keys.Append(version).Select((column, place) => $"[here].[{column.Name}] = {Compared(column, place < keys.Count ? place : sent.Count)}")).Append(';');
    }

    private static (RowColumn Column, Func<EntityEntry, object?> Value) Stored(RowColumn column) => (column, column.Stored);

    /// <summary>Passes bytes as hexadecimal text.</summary>
    private static string Declared(RowColumn column, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"[v{place}] {(IsBinary(column) ? "varchar(max)" : column.Mapping.StoreType)} '$[{place}]'");

    private static string Read(RowColumn column, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsBinary(column) ? $"CONVERT({column.Mapping.StoreType}, [new].[v{place}], 2)" : $"[new].[v{place}]")}");

    /// <summary>Sets the collation, because values from JSON have the collation of the database.</summary>
    private static string Compared(RowColumn column, int place) =>
        column.ValueType == typeof(string) ? $"{Read(column, place)} COLLATE {SqlServerJposDbContext.Collation}" : Read(column, place);

    private static bool IsBinary(RowColumn column) => column.ValueType == typeof(byte[]);

    private string Add(IReadOnlyList<EntityEntry> rows, IReadOnlyList<(RowColumn Column, Func<EntityEntry, object?> Value)> columns) =>
        Add(new SqlParameter { SqlDbType = SqlDbType.NVarChar, Size = -1, Value = JsonSerializer.Serialize(rows.Select(row => columns.Select(column => AsJson(column.Value(row))))) });

    /// <summary>Removes the zone. Times are UTC, and their columns have no zone.</summary>
    private static object? AsJson(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        _ => value,
    };
}
