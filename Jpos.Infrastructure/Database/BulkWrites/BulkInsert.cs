using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Infrastructure.Database.BulkWrites;

/// <summary>Groups the new rows of a context by entity type. Some engines insert many rows with fewer statements than EF, which uses one for each row.</summary>
internal static class BulkInsert
{
    public static Dictionary<IEntityType, List<EntityEntry>> Of(JposDbContext db) =>
        db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added).GroupBy(entry => entry.Metadata).ToDictionary(kind => kind.Key, kind => kind.ToList());

    /// <summary>Sorts entity types so that each follows the types that it refers to. A type that refers to itself may refer only to existing rows or to rows of the same statement.</summary>
    /// <param name="added">The entity types of new rows.</param>
    /// <param name="may">Returns whether a type may be inserted in bulk. A type that refers to an excluded type is excluded too.</param>
    /// <returns>The types to insert in bulk; types in a reference cycle are omitted.</returns>
    public static IEnumerable<IEntityType> InOrder(IReadOnlyCollection<IEntityType> added, Func<IEntityType, bool> may)
    {
        var left = added.ToList();
        while (left.Find(kind => may(kind) && !kind.GetForeignKeys().Any(key => key.PrincipalEntityType != kind && left.Contains(key.PrincipalEntityType))) is { } next)
        {
            left.Remove(next);
            yield return next;
        }
    }

    /// <summary>Returns the value to store in the column of a property, after the model's conversion.</summary>
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
