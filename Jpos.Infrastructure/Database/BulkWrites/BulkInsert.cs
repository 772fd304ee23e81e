using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>New rows of a context that are not yet written, for engines that write many of them with fewer statements than EF, which makes one for each.</summary>
internal static class BulkInsert
{
    public static Dictionary<IEntityType, List<EntityEntry>> Of(JposDbContext db) =>
        db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added).GroupBy(entry => entry.Metadata).ToDictionary(kind => kind.Key, kind => kind.ToList());

    /// <summary>Each kind after those that it refers to. A kind that refers to itself refers to rows that are there, or that are written with it.</summary>
    /// <param name="added">The kinds of new rows.</param>
    /// <param name="may">Which of them may be written so; one that refers to another that may not may not either.</param>
    /// <returns>Those that may; kinds that refer to each other in a circle do not come.</returns>
    public static IEnumerable<IEntityType> InOrder(IReadOnlyCollection<IEntityType> added, Func<IEntityType, bool> may)
    {
        var left = added.ToList();
        while (left.Find(kind => may(kind) && !kind.GetForeignKeys().Any(key => key.PrincipalEntityType != kind && left.Contains(key.PrincipalEntityType))) is { } next)
        {
            left.Remove(next);
            yield return next;
        }
    }

    /// <summary>What is stored in the column of a property, as the model says.</summary>
    public static Func<EntityEntry, object?> Stored(IProperty property)
    {
        var converter = property.GetTypeMapping().Converter;
        var current = property.IsShadowProperty() ? Shadow(property) : Getter(property);
        return converter is null ? current : entry => converter.ConvertToProvider(current(entry));
    }

    private static Func<EntityEntry, object?> Shadow(IProperty property) => entry => entry.Property(property).CurrentValue;

    private static Func<EntityEntry, object?> Getter(IProperty property)
    {
        var getter = property.GetGetter();
        return property.DeclaringType is IEntityType ? entry => getter.GetClrValue(entry.Entity) : entry => getter.GetClrValueUsingContainingEntity(entry.Entity);
    }
}
