using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Jpos.Infrastructure.Persistence.PostgreSql;

/// <summary>
/// Writes the new rows of a save that are many and alike, such as the journal of a unit of work, with one statement for each kind, an array for each column. The server begins each statement anew, with its plan, its checks and its triggers, which is most of what a single row costs.
/// Comes after those who add rows to a save; what it leaves is EF's, and so is every row that changed.
/// </summary>
internal sealed class PostgreSqlRows : SaveChangesInterceptor
{
    /// <summary>Fewer rows go with the rest of the save, in the same trip to the server.</summary>
    private const int Many = 3;

    private readonly ConcurrentDictionary<IEntityType, Table> tables = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is JposDbContext db)
        {
            await Insert(db, cancellationToken);
        }

        return result;
    }

    private async Task Insert(JposDbContext db, CancellationToken cancellation)
    {
        var added = AddedRows.Of(db);
        var written = AddedRows.InOrder(added.Keys, kind => added[kind].Count >= Many && TableOf(kind).IsFlat).ToList();
        if (written.Count == 0)
        {
            return;
        }

        var statements = new StringBuilder();
        var parameters = new List<NpgsqlParameter>();
        foreach (var kind in written)
        {
            TableOf(kind).Insert(added[kind], statements, parameters);
        }

        await db.Database.ExecuteSqlRawAsync(statements.ToString(), parameters, cancellation);
        foreach (var entry in written.SelectMany(kind => added[kind]))
        {
            entry.State = EntityState.Unchanged;
        }
    }

    private Table TableOf(IEntityType kind) => tables.GetOrAdd(kind, static kind => new Table(kind));

    /// <summary>Where rows of one kind go.</summary>
    private sealed class Table
    {
        private readonly string into;
        private readonly List<Column> columns = [];

        public Table(IEntityType kind)
        {
            var properties = kind.GetProperties().ToList();
            IsFlat = !kind.GetComplexProperties().Any()
                && properties.TrueForAll(property => property.ValueGenerated is ValueGenerated.Never && property.GetRelationalTypeMapping().ElementTypeMapping is null);
            if (IsFlat)
            {
                columns.AddRange(properties.Select(property => new Column(property)));
            }

            into = $"INSERT INTO \"{kind.GetTableName()}\" ({string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""))}) SELECT * FROM unnest(";
        }

        /// <summary>Its rows bring all their values along, and an array can hold those of a column.</summary>
        public bool IsFlat { get; }

        public void Insert(List<EntityEntry> rows, StringBuilder statements, List<NpgsqlParameter> parameters)
        {
            statements.Append(into);
            for (var each = 0; each < columns.Count; each++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"p{parameters.Count}");
                statements.Append(each == 0 ? "@" : ", @").Append(name);
                parameters.Add(columns[each].Parameter(name, rows));
            }

            statements.Append(");");
        }
    }

    private sealed class Column
    {
        private readonly Func<EntityEntry, object?> stored;
        private readonly Type type;
        private readonly string array;

        public Column(IProperty property)
        {
            var mapping = property.GetRelationalTypeMapping();
            var value = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
            stored = AddedRows.Stored(property);
            type = property.IsNullable && value.IsValueType && Nullable.GetUnderlyingType(value) is null ? typeof(Nullable<>).MakeGenericType(value) : value;
            array = $"{mapping.StoreTypeNameBase}[]";
        }

        public NpgsqlParameter Parameter(string name, List<EntityEntry> rows)
        {
            var values = Array.CreateInstance(type, rows.Count);
            for (var row = 0; row < rows.Count; row++)
            {
                values.SetValue(stored(rows[row]), row);
            }

            return new NpgsqlParameter(name, values) { DataTypeName = array };
        }
    }
}
