using System.Globalization;
using Jpos.Infrastructure.Database.BulkWrites;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;

namespace Jpos.Infrastructure.Database.PostgreSql;

/// <summary>Passes rows as arrays, one for each column.</summary>
internal sealed class PostgreSqlRowStatements : RowStatements
{
    public override void Insert(RowTable table, List<EntityEntry> rows)
    {
        Text.Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(Quoted))}) SELECT * FROM unnest(");
        Text.AppendJoin(", ", table.Columns.Select(column => Add(Values(column, rows, column.Stored)))).Append(");");
    }

    public override void Update(RowTable table, IReadOnlyList<RowColumn> changed, IReadOnlyList<EntityEntry> rows)
    {
        var (keys, version) = (table.Keys, table.Version!);
        Text.Append(CultureInfo.InvariantCulture, $"UPDATE \"{table.Name}\" AS here SET {string.Join(", ", changed.Select((column, place) => $"{Quoted(column)} = new.s{place}"))} FROM unnest(");
        Text.AppendJoin(", ", [.. keys.Concat(changed).Select(column => Add(Values(column, rows, column.Stored))), Add(Values(version, rows, version.OriginalValue))]);
        Text.Append(CultureInfo.InvariantCulture, $") AS new({string.Join(", ", [.. keys.Select((_, place) => $"k{place}"), .. changed.Select((_, place) => $"s{place}"), "seen"])}) WHERE ");
        Text.AppendJoin(" AND ", [.. keys.Select((column, place) => $"here.{Quoted(column)} = new.k{place}"), $"here.{Quoted(version)} = new.seen"]).Append(';');
    }

    private static string Quoted(RowColumn column) => $"\"{column.Name}\"";

    private static NpgsqlParameter Values(RowColumn column, IReadOnlyList<EntityEntry> rows, Func<EntityEntry, object?> value)
    {
        var values = Array.CreateInstance(column.ValueType, rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            values.SetValue(value(rows[row]), row);
        }

        return new NpgsqlParameter { Value = values, DataTypeName = $"{column.Mapping.StoreTypeNameBase}[]" };
    }
}
