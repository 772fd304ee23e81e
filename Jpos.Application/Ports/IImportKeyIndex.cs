namespace Jpos.Application.Ports;

/// <summary>What a dry run remembers of the lines before, of a file of any length: keys of what they would have added. It is gone when it is disposed of.</summary>
public interface IImportKeyIndex : IDisposable
{
    /// <summary>Returns those of some keys that were added.</summary>
    IReadOnlySet<string> Known(IReadOnlyCollection<string> keys);

    /// <summary>Adds keys; one that was added before is left as it is.</summary>
    void Add(IReadOnlyCollection<string> keys);
}
