using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Infrastructure.Maintenance;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jpos.Tests.EndToEnd;

/// <summary>Points leave when their last day is over, with entries (protocol §4).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class ExpiryTests(Engine engine)
{
    [Test]
    public async Task A_lot_is_good_through_its_last_day_and_taken_by_the_run_after_it()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());

        host.Time.Advance(TimeSpan.FromDays(30));
        Assert.That(await Expire(host), Is.Zero);
        Assert.That(await Figures(host), Is.EqualTo((50m, 50m)), "the last day");

        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.That((await Figures(host)).Available, Is.EqualTo(30m), "before the run or after it");
        await Expire(host);
        Assert.That(await Figures(host), Is.EqualTo((30m, 30m)));
        Assert.That(await Expire(host), Is.Zero, "nothing is taken twice");
        Assert.That(await host.InDatabase(db => db.Journal.Where(entry => entry.Operation == Operations.Expire).SelectMany(entry => entry.Postings)
            .Select(posting => posting.Programme).ToListAsync()), Is.EqualTo(new[] { ProgrammeAccount.Expired }));
    }

    [Test]
    public async Task What_an_undo_gives_back_after_its_last_day_expires_at_the_next_run()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        var consume = Form.Consume(1, points: "15", card: Form.TwoLotCard);
        await host.Post("/v1/jpos/trans/consume", consume);

        host.Time.Advance(TimeSpan.FromDays(40));
        await Expire(host);
        Assert.That(await Figures(host), Is.EqualTo((30m, 30m)));
        var reversed = await host.Post("/v1/jpos/trans/consumeReversal", consume);
        Assert.That((reversed.Status, reversed.Balance, reversed.Available), Is.EqualTo(("00", 45m, 30m)), "in the first figure, not in the second");
        Assert.That(await Expire(host), Is.EqualTo(1));
        Assert.That(await Figures(host), Is.EqualTo((30m, 30m)));
    }

    [Test]
    public async Task A_grace_period_keeps_points_for_what_comes_late()
    {
        await using var host = await JposHost.Borrow([KeyValuePair.Create("Jpos:Programme:ExpiryGraceDays", "5")], engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        host.Time.Advance(TimeSpan.FromDays(35));
        Assert.That(await Expire(host), Is.Zero);
        Assert.That(await Figures(host), Is.EqualTo((50m, 30m)));
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.That(await Expire(host), Is.EqualTo(1));
    }

    [Test]
    public async Task Runs_and_messages_at_once_keep_the_books()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        foreach (var trace in Enumerable.Range(1, 20))
        {
            await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1", card: Form.TwoLotCard));
        }

        host.Time.Advance(TimeSpan.FromDays(40));
        var reversals = Enumerable.Range(1, 20).Select(trace => host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(trace, points: "1", card: Form.TwoLotCard)));
        var runs = Enumerable.Range(0, 5).Select(_ => Task.Run(() => Expire(host)));
        await Task.WhenAll([.. reversals, .. runs]);
        await Expire(host);
        Assert.That(await Figures(host), Is.EqualTo((30m, 30m)));
    }

    [Test]
    public async Task Points_that_expired_between_a_cancel_and_its_reversal_are_those_of_the_consume()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "15", card: Form.TwoLotCard));
        var cancel = Form.Cancel(2, 1, Form.TwoLotCard);
        await host.Post("/v1/jpos/trans/cancel", cancel);
        host.Time.Advance(TimeSpan.FromDays(40));
        await Expire(host);

        var reversed = await host.Post("/v1/jpos/trans/cancelReversal", cancel);

        Assert.That((reversed.Status, reversed.Balance, reversed.Available), Is.EqualTo(("00", 30m, 30m)), "15 were spent, 5 expired, and none was taken twice");
        Assert.That(await Expire(host), Is.Zero);
    }

    [Test]
    public async Task A_run_comes_by_itself_five_minutes_after_each_midnight_of_the_programme()
    {
        var ran = 0;
        await using var host = await JposHost.Run(services: services => services.AddHostedService<DailyJobs>().AddSingleton<ILoggerProvider>(new RunCounter(() => Interlocked.Increment(ref ran))), engine: engine);
        async Task Ran(int times)
        {
            for (var polls = 0; Volatile.Read(ref ran) < times; polls++)
            {
                Assert.That(polls, Is.LessThan(200), $"run {times} did not come");
                await Task.Delay(20);
            }
        }

        // The host starts at noon in Shanghai, and its first run is then.
        await Ran(1);
        foreach (var day in (int[])[1, 2])
        {
            host.Time.SetUtcNow(JposHost.Start.AddHours(12).AddDays(day - 1).AddMinutes(4));
            await Task.Delay(100);
            var early = Volatile.Read(ref ran);
            host.Time.Advance(TimeSpan.FromMinutes(1));
            await Ran(day + 1);
            Assert.That(early, Is.EqualTo(day), "not before");
        }
    }

    private static Task<int> Expire(JposHost host) => host.Services.GetRequiredService<ExpiryJob>().Run(CancellationToken.None);

    private static async Task<(decimal Balance, decimal Available)> Figures(JposHost host)
    {
        var card = await host.Post("/v1/jpos/cards", Form.Query(Form.TwoLotCard));
        return (card.Balance, card.Available);
    }

    /// <summary>Counts what is said when a run is over and the next one is set.</summary>
    private sealed class RunCounter(Action counted) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName == typeof(DailyJobs).FullName ? this : NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => counted();

        public void Dispose()
        {
        }
    }
}
