namespace Jpos.Application.BackOffice.Imports;

/// <summary>The memory of an import: what its earlier lines added is in the database.</summary>
internal sealed class EmptyKeyIndex : IImportKeyIndex
{
    public static readonly EmptyKeyIndex Instance = new();

    private static readonly HashSet<string> None = [];

    public IReadOnlySet<string> Known(IReadOnlyCollection<string> keys) => None;

    public void Add(IReadOnlyCollection<string> keys)
    {
        // There is nothing to remember.
    }

    public void Dispose()
    {
        // There is nothing to forget.
    }
}
