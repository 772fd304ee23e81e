namespace Jpos.Application.BackOffice.Imports;

/// <summary>What the lines name of one kind, found at once.</summary>
internal sealed class ColumnReferences<TRow>(IReadOnlyCollection<TRow> rows, Func<TRow, long> id, Func<TRow, string> name)
{
    private readonly ILookup<long, TRow> byId = rows.ToLookup(id);

    // By every letter: a database may find more than that.
    private readonly ILookup<string, TRow> byName = rows.ToLookup(name, StringComparer.Ordinal);

    /// <summary>None if there is no such thing, more than one if it is not clear which.</summary>
    public IReadOnlyList<TRow> Of(ColumnReference columnReference) => columnReference.Id is { } number ? [.. byId[number]] : [.. byName[columnReference.Name!]];
}

/// <summary>What to ask for.</summary>
internal static class ColumnReferences
{
    public static IReadOnlyCollection<long> Ids(this IEnumerable<ColumnReference> references) => [.. references.Select(columnReference => columnReference.Id).OfType<long>().Distinct()];

    public static IReadOnlyCollection<string> Names(this IEnumerable<ColumnReference> references) => [.. references.Select(columnReference => columnReference.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
}
