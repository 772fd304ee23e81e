using Jpos.Infrastructure.Persistence;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>The queue of writers where the engine has room for one: they wait here, in order and without a thread, instead of fighting over the file.</summary>
internal sealed class WriterTurn(DatabaseEngine engine) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Waits for the turn; it ends when the result is disposed of. Null where writers need not wait for each other.</summary>
    public async Task<Turn?> Take(CancellationToken cancellation) => engine.HasSingleWriter ? await Turn.Take(turn, cancellation) : null;

    public void Dispose() => turn.Dispose();
}
