namespace Jpos.Infrastructure.Database;

/// <summary>Holds semaphores until it is disposed of. Disposing again has no effect.</summary>
internal sealed class SemaphoreLease : IDisposable
{
    private readonly Stack<SemaphoreSlim> held = [];

    private SemaphoreLease()
    {
    }

    /// <summary>Waits for each semaphore in turn, in order of arrival.</summary>
    public static async Task<SemaphoreLease> Acquire(CancellationToken cancellation, params IEnumerable<SemaphoreSlim> all)
    {
        var lease = new SemaphoreLease();
        try
        {
            foreach (var one in all)
            {
                await one.WaitAsync(cancellation);
                lease.held.Push(one);
            }

            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        lock (held)
        {
            while (held.TryPop(out var one))
            {
                one.Release();
            }
        }
    }
}
