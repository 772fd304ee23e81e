using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>A server that is there and says nothing. What it was told before may be done later, when it speaks again (protocol §3).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSql))]
internal sealed class StalledServerTests(Engine engine)
{
    private const int DeadlineSeconds = 2;

    /// <summary>How much later than the deadline the last answer may come: a commit that has begun is waited for 3 seconds, and the machine may be busy.</summary>
    private const int MostSecondsLate = 8;

    private LinkedHost linked = null!;

    private FaultyLink Link => linked.Link;

    private JposHost Host => linked.Host;

    [SetUp]
    public async Task Start() => linked = await LinkedHost.Run(engine, DeadlineSeconds);

    [TearDown]
    public async Task Stop() => await linked.DisposeAsync();

    [Test]
    public async Task Every_message_is_answered_at_its_deadline_and_its_repeat_tells_what_came_of_it()
    {
        using var load = await FaultLoad.Begin(_ => Host.Http);
        for (var stall = 1; stall <= Kills.Count; stall++)
        {
            await load.More(40);
            Link.Stall();
            var before = load.OutOfTime;
            Assert.That((await Host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("98"));
            await load.UntilTold(before + load.Tills.Count);
            Link.Pass();
        }

        await load.More(40);
        await load.End();
        Assert.That(load.Longest, Is.LessThan(TimeSpan.FromSeconds(DeadlineSeconds + MostSecondsLate)));
        await Reckoning.Check(load, linked.Database, $"{Kills.Count} stalls for longer than the deadline");
    }

    [Test]
    public async Task A_stall_that_is_shorter_costs_time_and_nothing_else()
    {
        using var load = await FaultLoad.Begin(_ => Host.Http);
        for (var stall = 1; stall <= Kills.Count; stall++)
        {
            await load.More(40);
            Link.Stall();
            await Task.Delay(300);
            Link.Pass();
        }

        await load.More(40);
        await load.End();
        Assert.That(load.OutOfTime, Is.Zero);
        await Reckoning.Check(load, linked.Database, $"{Kills.Count} stalls of 0.3 s");
    }
}
