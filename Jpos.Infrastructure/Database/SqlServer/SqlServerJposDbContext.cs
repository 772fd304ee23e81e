using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Infrastructure.Database.SqlServer;

/// <summary>Adjusts the model for SQL Server, so that it behaves as on the other engines.</summary>
internal sealed class SqlServerJposDbContext(DbContextOptions<SqlServerJposDbContext> options) : JposDbContext(options)
{
    /// <summary>A binary collation. With the default collation of most databases, <c>aB3</c> would equal <c>Ab3</c>.</summary>
    public const string Collation = "Latin1_General_100_BIN2";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            RoomForLetters(entity);
            CompareByLetter(entity);
            Bracket(entity);
        }
    }

    /// <summary>Doubles the length of text columns. Limits are in characters, and SQL Server counts a character outside the basic plane, such as 𠮷, twice. Keys stay unchanged, because their texts are bounded names that the host creates.</summary>
    private static void RoomForLetters(IMutableEntityType entity)
    {
        foreach (var text in entity.GetProperties().Where(property => property.ClrType == typeof(string) && property.IsUnicode() is not false && !property.IsPrimaryKey()))
        {
            text.SetMaxLength(text.GetMaxLength() is { } letters and <= 2000 ? 2 * letters : text.GetMaxLength());
        }
    }

    private static void CompareByLetter(IMutableEntityType entity)
    {
        foreach (var text in PropertiesOf(entity).Where(property => property.GetElementType() is null && IsText(property)))
        {
            text.SetCollation(Collation);
        }
    }

    /// <summary>Replaces quoted names by bracketed ones. Tools that connect with QUOTED_IDENTIFIER OFF, such as older sqlcmd, read quoted names as texts.</summary>
    private static void Bracket(IMutableEntityType entity)
    {
        foreach (var check in entity.GetCheckConstraints().ToList())
        {
            entity.RemoveCheckConstraint(check.ModelName);
            entity.AddCheckConstraint(check.ModelName, Bracketed(check.Sql));
        }

        foreach (var index in entity.GetIndexes())
        {
            if (index.GetFilter() is { } filter)
            {
                index.SetFilter(Bracketed(filter));
            }
        }
    }

    /// <summary>Text between single quotes is a literal and stays unchanged.</summary>
    private static string Bracketed(string sql)
    {
        var parts = sql.Split('\'');
        for (var part = 0; part < parts.Length; part += 2)
        {
            var names = parts[part].Split('"');
            parts[part] = string.Concat(names.Select((name, place) => place % 2 == 1 ? $"[{name}]" : name));
        }

        return string.Join('\'', parts);
    }

    private static bool IsText(IMutableProperty property) =>
        (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType) is var stored && (stored == typeof(string) || stored == typeof(Uri));

    private static IEnumerable<IMutableProperty> PropertiesOf(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType)));
}
