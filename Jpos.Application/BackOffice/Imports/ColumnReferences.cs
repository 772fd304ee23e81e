namespace Jpos.Application.BackOffice.Imports;

/// <summary>Resolves the references of all rows to one kind of resource with one query.</summary>
internal sealed class ColumnReferences<TRow>(IReadOnlyCollection<TRow> rows, Func<TRow, long> id, Func<TRow, string> name)
{
    private readonly ILookup<long, TRow> byId = rows.ToLookup(id);

    // Compares names exactly, because a database may match more.
    private readonly ILookup<string, TRow> byName = rows.ToLookup(name, StringComparer.Ordinal);

    /// <summary>Returns the matches: none if the resource does not exist, several if the name is ambiguous.</summary>
    public IReadOnlyList<TRow> Of(ColumnReference columnReference) => columnReference.Id is { } number ? [.. byId[number]] : [.. byName[columnReference.Name!]];
}

/// <summary>Returns the ids and names to query.</summary>
internal static class ColumnReferences
{
    public static IReadOnlyCollection<long> Ids(this IEnumerable<ColumnReference> references) => [.. references.Select(columnReference => columnReference.Id).OfType<long>().Distinct()];

    public static IReadOnlyCollection<string> Names(this IEnumerable<ColumnReference> references) => [.. references.Select(columnReference => columnReference.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
}
