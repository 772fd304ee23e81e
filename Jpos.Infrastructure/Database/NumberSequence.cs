using Jpos.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// Reserves numbers in blocks, so that any number of hosts can share the sequence and a transaction does not wait for its number. A host that stops loses the rest of its block: numbers are unique, but have gaps.
/// </summary>
internal sealed class NumberSequence(IServiceScopeFactory scopes, DatabaseEngine engine) : INumberSequence, IDisposable
{
    public const int BlockSize = 8192;

    /// <summary>The most numbers that one terminal message uses.</summary>
    public const int MostOfMessage = 4;

    /// <summary>
    /// The numbers to keep in reserve. A unit of work reserves once and uses up to <see cref="MostOfMessage"/> for each message, which is 256 for 64 messages. This is enough for sixteen full units at once. If more ran, the last ones would fail and their messages would be handled one by one.
    /// </summary>
    public const int LowWater = 4096;

    private readonly SemaphoreSlim refilling = new(1);
    private readonly Lock taking = new();
    private readonly Queue<(long From, long To)> blocks = [];
    private long next;
    private long end;
    private long left;

    public long Next()
    {
        lock (taking)
        {
            if (next == end)
            {
                (next, end) = blocks.TryDequeue(out var block) ? block : throw new InvalidOperationException("No numbers are reserved.");
            }

            left--;
            return next++;
        }
    }

    /// <summary>Ensures that numbers are in reserve. Call it before a unit of work begins, because the reservation must survive a rollback of the unit.</summary>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <param name="many">The additional numbers that a large unit needs; 0 for other units.</param>
    public async ValueTask Reserve(CancellationToken cancellation, int many = 0)
    {
        if (Interlocked.Read(ref left) >= LowWater + many)
        {
            return;
        }

        await refilling.WaitAsync(cancellation);
        try
        {
            while (Interlocked.Read(ref left) < LowWater + many)
            {
                await Refill(cancellation);
            }
        }
        finally
        {
            refilling.Release();
        }
    }

    public void Dispose() => refilling.Dispose();

    private async Task Refill(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        await engine.BeginWriting(db, cancellation);
        await db.NumberBlocks.ExecuteUpdateAsync(set => set.SetProperty(block => block.FirstFree, block => block.FirstFree + BlockSize), cancellation);
        var firstFree = await db.NumberBlocks.Select(block => block.FirstFree).SingleAsync(cancellation);
        await engine.Commit(db);
        lock (taking)
        {
            blocks.Enqueue((firstFree - BlockSize, firstFree));
            left += BlockSize;
        }
    }
}
