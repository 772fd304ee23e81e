namespace Jpos.Infrastructure.Database;

/// <summary>What a unit of work that writes holds while it lasts: a connection and, where the engine has room for one writer, the turn.</summary>
internal sealed class WriteTurn(SemaphoreLease permit, SemaphoreLease? writer) : IDisposable
{
    /// <summary>Nobody else writes meanwhile.</summary>
    public bool IsSingleWriter => writer is not null;

    public void Dispose()
    {
        writer?.Dispose();
        permit.Dispose();
    }
}
