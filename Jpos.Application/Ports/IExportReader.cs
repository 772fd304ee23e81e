namespace Jpos.Application.Ports;

/// <summary>Reads the parts of exports with lower priority than payments and queries.</summary>
public interface IExportReader
{
    /// <summary>Reads one part when a permit is free.</summary>
    Task<T> Read<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellation);
}
