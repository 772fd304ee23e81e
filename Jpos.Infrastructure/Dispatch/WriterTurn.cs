using Jpos.Infrastructure.Persistence;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>The queue of writers where the engine has room for one: they wait here, in order and without a thread, instead of fighting over the file.</summary>
internal sealed class WriterTurn(DatabaseEngine engine) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Waits for the turn; it ends when the result is disposed of. Null where writers need not wait for each other.</summary>
    public async Task<IDisposable?> Take(CancellationToken cancellation)
    {
        if (!engine.HasSingleWriter)
        {
            return null;
        }

        await turn.WaitAsync(cancellation);
        return new Ending(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Ending(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
