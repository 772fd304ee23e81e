namespace Jpos.Infrastructure.Dispatch;

/// <summary>A turn at something that one has at a time. It may be ended early; to end it again does nothing.</summary>
internal sealed class Turn : IDisposable
{
    private SemaphoreSlim? at;

    private Turn(SemaphoreSlim at) => this.at = at;

    /// <summary>Waits for it, behind those who came before.</summary>
    public static async Task<Turn> Take(SemaphoreSlim at, CancellationToken cancellation)
    {
        await at.WaitAsync(cancellation);
        return new Turn(at);
    }

    public void Dispose() => Interlocked.Exchange(ref at, null)?.Release();
}
