using Jpos.Domain.Webhooks;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>Where rows of one kind are, for statements about many of them.</summary>
internal sealed class RowTable
{
    /// <summary>Rows of which nobody asks for the number until they are read again.</summary>
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

    /// <summary>What tells whether a row has changed since it was read; null if nothing does.</summary>
    public RowColumn? Version { get; }

    /// <summary>New rows bring all their values along, and a statement about many rows can take them.</summary>
    public bool BringsAll => isFlat && Columns.All(column => !column.IsGiven);

    /// <summary>The database numbers new rows, which has to be in the order in which they were added, and nobody asks for the numbers.</summary>
    public bool IsNumberedInOrder => isFlat && NumberedInOrder.Contains(kind.ClrType);

    /// <summary>The columns whose values a new row brings along.</summary>
    public IReadOnlyList<RowColumn> Brought => [.. Columns.Where(column => !column.IsGiven)];

    /// <summary>Whether a row has changed since it was read can be told, and a statement about many rows can take its values.</summary>
    public bool TakesChanges => isFlat && Version is not null;

    /// <summary>New rows in the order in which they were added: until the database gives them numbers, EF counts them.</summary>
    public List<EntityEntry> InOrder(IEnumerable<EntityEntry> added) => [.. added.OrderBy(row => row.Property(Keys[0].Property).CurrentValue)];

    /// <summary>Which columns of a row have changed, as a text. What is part of a larger value changes with all of it.</summary>
    public string Changes(EntityEntry row) => string.Join(' ', Changed(row).Select(column => column.Name));

    /// <summary>Which columns of a row have changed.</summary>
    public IEnumerable<RowColumn> Changed(EntityEntry row) => Columns.Where(column => column.IsChanged(row));

    /// <summary>Whether a row that changes comes to refer to another row, of one of some kinds.</summary>
    public bool RefersTo(IReadOnlyCollection<IEntityType> kinds, EntityEntry row) =>
        kind.GetForeignKeys().Any(key => kinds.Contains(key.PrincipalEntityType) && key.Properties.Any(property => row.Property(property).IsModified));

    /// <summary>Whether there may be a new row of this kind only when a row has changed: both would have what is unique.</summary>
    public bool MakesRoom(EntityEntry row) =>
        kind.GetIndexes().Any(index => index.IsUnique && (index.GetFilter() is not null || index.Properties.Any(property => row.Property(property).IsModified)));
}
