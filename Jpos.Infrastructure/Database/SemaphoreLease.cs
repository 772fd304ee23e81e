namespace Jpos.Infrastructure.Database;

/// <summary>A turn at something that one has at a time. It may be ended early; to end it again does nothing.</summary>
internal sealed class SemaphoreLease : IDisposable
{
    private SemaphoreSlim? at;

    private SemaphoreLease(SemaphoreSlim at) => this.at = at;

    /// <summary>Waits for it, behind those who came before.</summary>
    public static async Task<SemaphoreLease> Acquire(SemaphoreSlim at, CancellationToken cancellation)
    {
        await at.WaitAsync(cancellation);
        return new SemaphoreLease(at);
    }

    public void Dispose() => Interlocked.Exchange(ref at, null)?.Release();
}
