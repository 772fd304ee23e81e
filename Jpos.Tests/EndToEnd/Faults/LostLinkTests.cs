using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>Connections that are lost, most of all while a commit goes through them, so that the host cannot know what came of it (protocol §3).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSql))]
internal sealed class LostLinkTests(Engine engine)
{
    private const int DeadlineSeconds = 3;

    private readonly Form consume = Form.Consume(1, points: "10");
    private LinkedHost linked = null!;

    private FaultyLink Link => linked.Link;

    private JposHost Host => linked.Host;

    [SetUp]
    public async Task Start()
    {
        linked = await LinkedHost.Run(engine, DeadlineSeconds);
        await Host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
    }

    [TearDown]
    public async Task Stop() => await linked.DisposeAsync();

    [Test]
    public async Task A_commit_of_unknown_outcome_is_found_or_done_again([Values] Cut cut)
    {
        Link.CutNext(cut);
        await AssertPaid();
        Assert.That(Link.CutSoFar, Is.EqualTo(1));
    }

    [Test]
    public async Task If_the_server_stays_away_nobody_claims_to_know_and_the_repeat_tells([Values] Cut cut)
    {
        Link.CutNext(cut, thenRefuse: true);
        var told = await Host.Post("/v1/jpos/trans/consume", consume);
        Link.Pass();
        Assert.That((told.Status, told.Detail), Is.EqualTo(("98", "The database did not confirm in time whether the message took effect. Send it again to learn the outcome.")));
        await AssertPaid();
    }

    [Test]
    public async Task If_the_server_was_away_all_the_time_the_outcome_is_known()
    {
        Link.Refuse();
        var told = await Host.Post("/v1/jpos/trans/consume", consume);
        Link.Pass();
        Assert.That((told.Status, told.Detail), Is.EqualTo(("98", "The host could not process the message in time. It had no effect.")));
        Assert.That((await Host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(1000m));
    }

    [Test]
    public async Task Under_load_every_cut_and_every_loss_is_made_up_for()
    {
        using var load = await FaultLoad.Begin(_ => Host.Http);
        for (var round = 0; round < Kills.Count; round++)
        {
            foreach (var cut in Enum.GetValues<Cut>())
            {
                await load.More(20);
                Link.CutNext(cut);
            }

            await load.More(20);
            Link.Drop();
        }

        await load.More(20);
        await load.End();
        Assert.That(Link.CutSoFar, Is.EqualTo(3 * Kills.Count));
        await Reckoning.Check(load, linked.Database, $"{Kills.Count} losses of all connections and {Link.CutSoFar} of one at its commit");
    }

    private async Task AssertPaid()
    {
        var paid = await Host.Post("/v1/jpos/trans/consume", consume);
        Assert.That((paid.Status, paid.Balance), Is.EqualTo(("00", 990m)));
        Assert.That((await Host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(990m), "once");
    }
}
