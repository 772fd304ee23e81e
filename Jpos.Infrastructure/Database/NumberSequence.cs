using Jpos.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// Takes numbers from the database in blocks, so that any number of hosts can share it and a transaction need not wait for its number. A block that a host did not use up is lost when it stops: numbers are unique, not without gaps.
/// </summary>
internal sealed class NumberSequence(IServiceScopeFactory scopes, DatabaseEngine engine) : INumberSequence, IDisposable
{
    public const int BlockSize = 8192;

    /// <summary>How many numbers a terminal message uses at most.</summary>
    public const int MostOfMessage = 4;

    /// <summary>
    /// A unit of work asks for numbers once, and uses up to <see cref="MostOfMessage"/> for each of its messages: 256 if it has 64 of them. So sixteen full units may run at once. If ever more did, the last ones would fail, and their messages be handled one by one.
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

    /// <summary>Sees to it that there are numbers. To be called before a unit of work begins: a number must outlive the unit that is rolled back.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="many">How many a unit needs that needs more than a few.</param>
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
