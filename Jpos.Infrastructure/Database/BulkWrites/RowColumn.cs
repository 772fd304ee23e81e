using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>A column in statements about many rows.</summary>
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

    /// <summary>The column's type in the engine.</summary>
    public RelationalTypeMapping Mapping { get; }

    /// <summary>The CLR type of the stored value, nullable if the column is.</summary>
    public Type ValueType { get; }

    /// <summary>Whether the column holds a single value and not a list.</summary>
    public bool HoldsOneValue => Mapping.ElementTypeMapping is null;

    /// <summary>Whether the database generates the value.</summary>
    public bool IsGiven => property.ValueGenerated is not ValueGenerated.Never;

    public bool IsKey => property.IsPrimaryKey();

    public bool IsVersion => property.Name == JposDbContext.Version;

    /// <summary>Returns whether the column has changed. A column inside a complex value counts as changed whenever any part of that value has changed.</summary>
    public bool IsChanged(EntityEntry row) => property.DeclaringType is IEntityType ? row.Property(property).IsModified : row.Metadata == property.DeclaringType.ContainingEntityType;

    /// <summary>Returns the current value to store.</summary>
    public object? Stored(EntityEntry row) => stored(row);

    /// <summary>Returns the stored value at the time of reading.</summary>
    public object? OriginalValue(EntityEntry row) => row.Property(property).OriginalValue;
}
