namespace Jpos.Infrastructure.Database;

/// <summary>The queue of writers where the engine has room for one: they wait here, in order and without a thread, instead of fighting over the file.</summary>
internal sealed class SingleWriterLock(DatabaseEngine engine) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Waits for the turn; it ends when the result is disposed of. Null where writers need not wait for each other.</summary>
    public async Task<SemaphoreLease?> Acquire(CancellationToken cancellation) => engine.HasSingleWriter ? await SemaphoreLease.Acquire(turn, cancellation) : null;

    public void Dispose() => turn.Dispose();
}
