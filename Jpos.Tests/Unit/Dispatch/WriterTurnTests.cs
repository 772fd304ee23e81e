using Jpos.Infrastructure.Dispatch;
using Jpos.Infrastructure.Persistence.Sqlite;

namespace Jpos.Tests.Unit.Dispatch;

/// <summary>The queue of writers.</summary>
internal sealed class WriterTurnTests
{
    [Test]
    public async Task One_writer_has_the_turn_until_it_ends()
    {
        using var writer = new WriterTurn(new SqliteEngine());
        var first = await writer.Take(default);

        var second = writer.Take(default);
        Assert.That(second.IsCompleted, Is.False);
        first!.Dispose();

        using var turn = await second;
        Assert.That(turn, Is.Not.Null);
    }

    [Test]
    public async Task Writers_never_overlap()
    {
        using var writer = new WriterTurn(new SqliteEngine());
        var inside = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var turn = await writer.Take(default);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        })));

        Assert.That((most, inside), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Who_gives_up_waiting_leaves_the_turn_to_the_next()
    {
        using var writer = new WriterTurn(new SqliteEngine());
        using var patience = new CancellationTokenSource();
        var first = await writer.Take(default);
        var impatient = writer.Take(patience.Token);
        var patient = writer.Take(default);

        await patience.CancelAsync();
        Assert.That(async () => await impatient, Throws.InstanceOf<OperationCanceledException>());
        first!.Dispose();

        using var turn = await patient;
        Assert.That(turn, Is.Not.Null);
    }
}
