namespace Jpos.Infrastructure.Database;

/// <summary>Turns at things that one has at a time. They may be ended early; to end them again does nothing.</summary>
internal sealed class SemaphoreLease : IDisposable
{
    private readonly Stack<SemaphoreSlim> held = [];

    private SemaphoreLease()
    {
    }

    /// <summary>Waits for each in turn, behind those who came before.</summary>
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
