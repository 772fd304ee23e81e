using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Jpos.Infrastructure.Persistence.PostgreSql;

/// <summary>The tables of the model, for statements about many rows.</summary>
internal sealed class PostgreSqlTables
{
    private readonly ConcurrentDictionary<IEntityType, PostgreSqlTable> tables = [];

    public PostgreSqlTable Of(IEntityType kind) => tables.GetOrAdd(kind, static kind => new PostgreSqlTable(kind));
}

/// <summary>Where rows of one kind are.</summary>
internal sealed class PostgreSqlTable
{
    private readonly IEntityType kind;
    private readonly string name;
    private readonly List<PostgreSqlColumn> columns;
    private readonly bool isFlat;

    public PostgreSqlTable(IEntityType kind)
    {
        this.kind = kind;
        name = $"\"{kind.GetTableName()}\"";
        var table = StoreObjectIdentifier.Table(kind.GetTableName()!, kind.GetSchema());
        columns = [.. kind.GetFlattenedProperties().Select(property => new PostgreSqlColumn(property, property.GetColumnName(table)!))];
        isFlat = columns.TrueForAll(column => column.FitsAnArray);
    }

    /// <summary>New rows bring all their values along, and arrays can hold them.</summary>
    public bool TakesNew => isFlat && columns.TrueForAll(column => !column.IsGiven);

    /// <summary>Whether a row has changed since it was read can be told, and arrays can hold what it has.</summary>
    public bool TakesChanges => isFlat && columns.Exists(column => column.IsVersion);

    /// <summary>Which columns of a row have changed. What is part of a larger value changes with all of it.</summary>
    public string Changes(EntityEntry row) => string.Join(' ', Changed(row));

    /// <summary>Whether a row that changes comes to refer to another row, of one of some kinds.</summary>
    public bool RefersTo(IReadOnlyCollection<IEntityType> kinds, EntityEntry row) =>
        kind.GetForeignKeys().Any(key => kinds.Contains(key.PrincipalEntityType) && key.Properties.Any(property => row.Property(property).IsModified));

    /// <summary>Whether there may be a new row of this kind only when a row has changed: both would have what is unique.</summary>
    public bool MakesRoom(EntityEntry row) =>
        kind.GetIndexes().Any(index => index.IsUnique && (index.GetFilter() is not null || index.Properties.Any(property => row.Property(property).IsModified)));

    /// <summary>Adds a statement that inserts rows.</summary>
    public void Insert(List<EntityEntry> rows, StringBuilder statements, List<NpgsqlParameter> parameters)
    {
        statements.Append(CultureInfo.InvariantCulture, $"INSERT INTO {name} ({string.Join(", ", columns.Select(column => column.Name))}) SELECT * FROM unnest(");
        statements.AppendJoin(", ", columns.Select(column => Add(column.Stored(rows), parameters))).Append(");");
    }

    /// <summary>Adds a statement that updates those of the rows that nobody else has changed.</summary>
    public void Update(List<EntityEntry> rows, StringBuilder statements, List<NpgsqlParameter> parameters)
    {
        List<int> changed = [.. Changed(rows[0])];
        List<int> keys = [.. Enumerable.Range(0, columns.Count).Where(each => columns[each].IsKey)];

        // In one order, as whoever else changes many: so nobody waits in a circle.
        rows = [.. rows.OrderBy(columns[keys[0]].Value)];
        var version = columns.FindIndex(column => column.IsVersion);
        statements.Append(CultureInfo.InvariantCulture, $"UPDATE {name} AS here SET {string.Join(", ", changed.Select(each => $"{columns[each].Name} = new.s{each}"))} FROM unnest(");
        statements.AppendJoin(", ", [.. keys.Concat(changed).Select(each => Add(columns[each].Stored(rows), parameters)), Add(columns[version].Seen(rows), parameters)]);
        statements.Append(CultureInfo.InvariantCulture, $") AS new({string.Join(", ", [.. keys.Select(each => $"k{each}"), .. changed.Select(each => $"s{each}"), "seen"])}) WHERE ");
        statements.AppendJoin(" AND ", [.. keys.Select(each => $"here.{columns[each].Name} = new.k{each}"), $"here.{columns[version].Name} = new.seen"]).Append(';');
    }

    private static string Add(NpgsqlParameter parameter, List<NpgsqlParameter> parameters)
    {
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"p{parameters.Count}");
        parameters.Add(parameter);
        return $"@{parameter.ParameterName}";
    }

    private IEnumerable<int> Changed(EntityEntry row) => Enumerable.Range(0, columns.Count).Where(each => columns[each].IsChanged(row));
}

/// <summary>A column, as an array of what it has in some rows.</summary>
internal sealed class PostgreSqlColumn
{
    private readonly IProperty property;
    private readonly Func<EntityEntry, object?> stored;
    private readonly Type type;
    private readonly string array;

    public PostgreSqlColumn(IProperty property, string name)
    {
        this.property = property;
        var mapping = property.GetRelationalTypeMapping();
        var value = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        FitsAnArray = mapping.ElementTypeMapping is null;
        stored = AddedRows.Stored(property);
        type = property.IsNullable && value.IsValueType && Nullable.GetUnderlyingType(value) is null ? typeof(Nullable<>).MakeGenericType(value) : value;
        array = $"{mapping.StoreTypeNameBase}[]";
        Name = $"\"{name}\"";
    }

    public string Name { get; }

    /// <summary>An array of arrays is none of them.</summary>
    public bool FitsAnArray { get; }

    /// <summary>The database gives it.</summary>
    public bool IsGiven => property.ValueGenerated is not ValueGenerated.Never;

    public bool IsKey => property.IsPrimaryKey();

    public bool IsVersion => property.Name == JposDbContext.Version;

    /// <summary>What is part of a larger value counts as changed in every row that has it.</summary>
    public bool IsChanged(EntityEntry row) => property.DeclaringType is IEntityType ? row.Property(property).IsModified : row.Metadata == property.DeclaringType.ContainingEntityType;

    /// <summary>What it has in one row.</summary>
    public object? Value(EntityEntry row) => stored(row);

    /// <summary>What it has now.</summary>
    public NpgsqlParameter Stored(List<EntityEntry> rows) => Values(rows, stored);

    /// <summary>What it had when the rows were read.</summary>
    public NpgsqlParameter Seen(List<EntityEntry> rows) => Values(rows, row => row.Property(property).OriginalValue);

    private NpgsqlParameter Values(List<EntityEntry> rows, Func<EntityEntry, object?> value)
    {
        var values = Array.CreateInstance(type, rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            values.SetValue(value(rows[row]), row);
        }

        return new NpgsqlParameter { Value = values, DataTypeName = array };
    }
}
