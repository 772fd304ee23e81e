using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Jpos.Tests.Unit.Dispatch;

/// <summary>The queue of writers.</summary>
internal sealed class WriterTurnTests
{
    [Test]
    public async Task One_writer_has_the_turn_until_it_ends()
    {
        using var writer = new ConnectionBudget(ConnectionPool.Unlimited, new SqliteEngine(), Options.Create(new BackOfficeSettings()));
        var first = await writer.AcquireToWrite(ConnectionConsumer.Messages, default);

        var second = writer.AcquireToWrite(ConnectionConsumer.Messages, default);
        Assert.That(second.IsCompleted, Is.False);
        first.Dispose();

        using var semaphoreLease = await second;
        Assert.That(semaphoreLease, Is.Not.Null);
    }

    [Test]
    public async Task Writers_never_overlap()
    {
        using var writer = new ConnectionBudget(ConnectionPool.Unlimited, new SqliteEngine(), Options.Create(new BackOfficeSettings()));
        var inside = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var semaphoreLease = await writer.AcquireToWrite(ConnectionConsumer.Messages, default);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        })));

        Assert.That((most, inside), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Who_gives_up_waiting_leaves_the_turn_to_the_next()
    {
        using var writer = new ConnectionBudget(ConnectionPool.Unlimited, new SqliteEngine(), Options.Create(new BackOfficeSettings()));
        using var patience = new CancellationTokenSource();
        var first = await writer.AcquireToWrite(ConnectionConsumer.Messages, default);
        var impatient = writer.AcquireToWrite(ConnectionConsumer.Messages, patience.Token);
        var patient = writer.AcquireToWrite(ConnectionConsumer.Messages, default);

        await patience.CancelAsync();
        Assert.That(async () => await impatient, Throws.InstanceOf<OperationCanceledException>());
        first.Dispose();

        using var semaphoreLease = await patient;
        Assert.That(semaphoreLease, Is.Not.Null);
    }

    [Test]
    public async Task Who_waits_for_a_permit_does_not_hold_the_turn_to_write()
    {
        using var budget = new ConnectionBudget(ConnectionPool.Unlimited, new SqliteEngine(), Options.Create(new BackOfficeSettings { MostAtOnce = 1 }));
        using var permit = await budget.Acquire(ConnectionConsumer.BackOffice, default);
        var waiting = budget.AcquireToWrite(ConnectionConsumer.BackOffice, default);

        using var other = await budget.AcquireToWrite(ConnectionConsumer.Messages, default).WaitAsync(TimeSpan.FromSeconds(5));

        Assert.That(waiting.IsCompleted, Is.False);
        permit.Dispose();
        other.Dispose();
        (await waiting).Dispose();
    }

    [Test]
    public async Task Where_many_may_write_none_waits_for_another()
    {
        using var budget = new ConnectionBudget(ConnectionPool.Unlimited, new PostgreSqlEngine(), Options.Create(new BackOfficeSettings()));
        using var first = await budget.AcquireToWrite(ConnectionConsumer.Messages, default);

        using var second = await budget.AcquireToWrite(ConnectionConsumer.Messages, default).WaitAsync(TimeSpan.FromSeconds(5));

        Assert.That(second, Is.Not.SameAs(first));
    }
}
