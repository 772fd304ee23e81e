namespace Jpos.Application.BackOffice.Imports;

/// <summary>An empty key index for a real import, whose earlier rows are in the database.</summary>
internal sealed class EmptyKeyIndex : IImportKeyIndex
{
    public static readonly EmptyKeyIndex Instance = new();

    private static readonly HashSet<string> None = [];

    public IReadOnlySet<string> Known(IReadOnlyCollection<string> keys) => None;

    public void Add(IReadOnlyCollection<string> keys)
    {
        // Does nothing: the database keeps the keys.
    }

    public void Dispose()
    {
        // Does nothing: there are no resources.
    }
}
