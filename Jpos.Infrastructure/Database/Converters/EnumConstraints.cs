using System.Globalization;
using Jpos.Domain.Cards;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

/// <summary>Guards each column of a closed set with a CHECK constraint and a converter. The converter writes only known values and reads an unknown value as unreadable. New columns are guarded automatically.</summary>
internal static class EnumConstraints
{
    /// <summary>Text columns of closed sets.</summary>
    private static readonly Dictionary<(Type Entity, string Property), string[]> Texts = new()
    {
        [(typeof(Member), nameof(Member.Gender))] = ["", "00", "01", "02"],
        [(typeof(Member), nameof(Member.IdType))] = ["", "01", "02", "03", "04", "05", "06", "07"],
    };

    /// <summary>Adds the constraints and converters to a model.</summary>
    /// <param name="modelBuilder">The model, with all its mappings.</param>
    public static void Guard(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).ToList())
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            foreach (var property in PropertiesOf(entity).ToList())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                var column = property.GetColumnName(table)!;
                var name = $"{table.Name}.{column}";
                if (type.IsEnum)
                {
                    property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(KnownValueConverter<>).MakeGenericType(type), name)!);
                }
                else if (Texts.TryGetValue((entity.ClrType, property.Name), out var known))
                {
                    property.SetValueConverter(new KnownTextConverter(name, known));
                }

                if (Condition(entity.ClrType, property, type, $"\"{column}\"") is { } condition)
                {
                    entity.AddCheckConstraint(NameOf(table.Name, column), condition);
                }
            }
        }
    }

    /// <summary>Returns the name of the constraint of a column.</summary>
    public static string NameOf(string table, string column) => $"CK_{table}_{column}_Known";

    /// <summary>Returns all bits of a flags enumeration; null for any other type.</summary>
    public static int? MaskOf(Type type) => type.IsDefined(typeof(FlagsAttribute), false) ? Numbers(type).Aggregate(0, (all, one) => all | one) : null;

    private static string? Condition(Type entity, IReadOnlyProperty property, Type type, string column)
    {
        if (type.IsEnum)
        {
            return MaskOf(type) is { } mask
                ? string.Create(CultureInfo.InvariantCulture, $"{column} BETWEEN 0 AND {mask}")
                : $"{column} IN ({string.Join(", ", Numbers(type).Select(number => number.ToString(CultureInfo.InvariantCulture)))})";
        }

        var texts = type == typeof(ResponseCode) ? [.. ResponseCode.All.Select(code => code.Code)] : Texts.GetValueOrDefault((entity, property.Name));
        return texts is null ? null : $"{column} IN ({string.Join(", ", texts.Select(text => $"'{text}'"))})";
    }

    private static IEnumerable<IMutableProperty> PropertiesOf(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType)));

    private static IEnumerable<int> Numbers(Type type) => Enum.GetValuesAsUnderlyingType(type).Cast<int>().Distinct().Order();
}
