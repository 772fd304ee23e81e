namespace Jpos.Application.Ports;

/// <summary>Reads the parts of exports so that payments and the queries of the back office come first.</summary>
public interface IExportReader
{
    /// <summary>Reads one part, when its turn comes.</summary>
    Task<T> Read<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellation);
}
