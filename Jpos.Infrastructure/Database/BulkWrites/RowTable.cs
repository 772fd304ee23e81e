using Jpos.Domain.Webhooks;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>The table of an entity type, in statements about many rows.</summary>
internal sealed class RowTable
{
    /// <summary>Types whose numbers no caller needs before the rows are read again.</summary>
    private static readonly HashSet<Type> NumberedInOrder = [typeof(OutboxEvent), typeof(Delivery)];

    private readonly IEntityType kind;
    private readonly bool isFlat;

    public RowTable(IEntityType kind)
    {
        this.kind = kind;
        Name = kind.GetTableName()!;
        var table = StoreObjectIdentifier.Table(Name, kind.GetSchema());
        Columns = [.. kind.GetFlattenedProperties().Select(property => new RowColumn(property, property.GetColumnName(table)!))];
        Keys = [.. Columns.Where(column => column.IsKey)];
        Version = Columns.FirstOrDefault(column => column.IsVersion);
        isFlat = Columns.All(column => column.HoldsOneValue);
    }

    public string Name { get; }

    public IReadOnlyList<RowColumn> Columns { get; }

    public IReadOnlyList<RowColumn> Keys { get; }

    /// <summary>The concurrency token; null if there is none.</summary>
    public RowColumn? Version { get; }

    /// <summary>Whether new rows provide all their values, and a statement about many rows supports them.</summary>
    public bool BringsAll => isFlat && Columns.All(column => !column.IsGiven);

    /// <summary>Whether the database numbers new rows, which must happen in the order of their addition, while no caller needs the numbers.</summary>
    public bool IsNumberedInOrder => isFlat && NumberedInOrder.Contains(kind.ClrType);

    /// <summary>The columns whose values a new row provides.</summary>
    public IReadOnlyList<RowColumn> Brought => [.. Columns.Where(column => !column.IsGiven)];

    /// <summary>Whether the table has a concurrency token and a statement about many rows supports its values.</summary>
    public bool TakesChanges => isFlat && Version is not null;

    /// <summary>Returns new rows in the order of their addition, which is that of EF's temporary numbers.</summary>
    public List<EntityEntry> InOrder(IEnumerable<EntityEntry> added) => [.. added.OrderBy(row => row.Property(Keys[0].Property).CurrentValue)];

    /// <summary>Returns the names of a row's changed columns as one text, to group rows by it.</summary>
    public string Changes(EntityEntry row) => string.Join(' ', Changed(row).Select(column => column.Name));

    /// <summary>Returns the changed columns of a row.</summary>
    public IEnumerable<RowColumn> Changed(EntityEntry row) => Columns.Where(column => column.IsChanged(row));

    /// <summary>Returns whether a changed foreign key of a row refers to one of the given types.</summary>
    public bool RefersTo(IReadOnlyCollection<IEntityType> kinds, EntityEntry row) =>
        kind.GetForeignKeys().Any(key => kinds.Contains(key.PrincipalEntityType) && key.Properties.Any(property => row.Property(property).IsModified));

    /// <summary>Returns whether the change of a row may free a unique value that a new row of this type needs.</summary>
    public bool MakesRoom(EntityEntry row) =>
        kind.GetIndexes().Any(index => index.IsUnique && (index.GetFilter() is not null || index.Properties.Any(property => row.Property(property).IsModified)));
}
