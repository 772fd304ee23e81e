using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.Sqlite;

namespace Jpos.Tests.Unit.Dispatch;

/// <summary>The queue of writers.</summary>
internal sealed class WriterTurnTests
{
    [Test]
    public async Task One_writer_has_the_turn_until_it_ends()
    {
        using var writer = new SingleWriterLock(new SqliteEngine());
        var first = await writer.Acquire(default);

        var second = writer.Acquire(default);
        Assert.That(second.IsCompleted, Is.False);
        first!.Dispose();

        using var semaphoreLease = await second;
        Assert.That(semaphoreLease, Is.Not.Null);
    }

    [Test]
    public async Task Writers_never_overlap()
    {
        using var writer = new SingleWriterLock(new SqliteEngine());
        var inside = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var semaphoreLease = await writer.Acquire(default);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        })));

        Assert.That((most, inside), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Who_gives_up_waiting_leaves_the_turn_to_the_next()
    {
        using var writer = new SingleWriterLock(new SqliteEngine());
        using var patience = new CancellationTokenSource();
        var first = await writer.Acquire(default);
        var impatient = writer.Acquire(patience.Token);
        var patient = writer.Acquire(default);

        await patience.CancelAsync();
        Assert.That(async () => await impatient, Throws.InstanceOf<OperationCanceledException>());
        first!.Dispose();

        using var semaphoreLease = await patient;
        Assert.That(semaphoreLease, Is.Not.Null);
    }
}
