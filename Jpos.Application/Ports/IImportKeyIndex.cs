namespace Jpos.Application.Ports;

/// <summary>The key index of a dry run: keys that earlier lines of a file of any length would have added. Disposing of it deletes it.</summary>
public interface IImportKeyIndex : IDisposable
{
    /// <summary>Returns those of some keys that were added.</summary>
    IReadOnlySet<string> Known(IReadOnlyCollection<string> keys);

    /// <summary>Adds keys; an existing key stays unchanged.</summary>
    void Add(IReadOnlyCollection<string> keys);
}
