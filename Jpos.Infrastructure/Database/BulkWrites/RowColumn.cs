using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>A column, for statements about many rows.</summary>
internal sealed class RowColumn
{
    private readonly IProperty property;
    private readonly Func<EntityEntry, object?> stored;

    public RowColumn(IProperty property, string name)
    {
        this.property = property;
        var mapping = property.GetRelationalTypeMapping();
        var value = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        stored = BulkInsert.Stored(property);
        Name = name;
        Mapping = mapping;
        ValueType = property.IsNullable && value.IsValueType && Nullable.GetUnderlyingType(value) is null ? typeof(Nullable<>).MakeGenericType(value) : value;
    }

    public IProperty Property => property;

    public string Name { get; }

    /// <summary>How the engine stores it.</summary>
    public RelationalTypeMapping Mapping { get; }

    /// <summary>The type of what is stored; one that takes null if the column does.</summary>
    public Type ValueType { get; }

    /// <summary>It is no list of values.</summary>
    public bool HoldsOneValue => Mapping.ElementTypeMapping is null;

    /// <summary>The database gives it.</summary>
    public bool IsGiven => property.ValueGenerated is not ValueGenerated.Never;

    public bool IsKey => property.IsPrimaryKey();

    public bool IsVersion => property.Name == JposDbContext.Version;

    /// <summary>What is part of a larger value counts as changed in every row that has it.</summary>
    public bool IsChanged(EntityEntry row) => property.DeclaringType is IEntityType ? row.Property(property).IsModified : row.Metadata == property.DeclaringType.ContainingEntityType;

    /// <summary>What it has now.</summary>
    public object? Stored(EntityEntry row) => stored(row);

    /// <summary>What it had when the row was read.</summary>
    public object? OriginalValue(EntityEntry row) => row.Property(property).OriginalValue;
}
