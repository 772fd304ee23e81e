using Jpos.Infrastructure.Security;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>Connections that are lost, most of all while a commit goes through them, so that the host cannot know what came of it (protocol §3).</summary>
[Parallelizable]
[TestFixtureSource(typeof(Engines), nameof(Engines.Servers))]
internal sealed class LostLinkTests(Engine engine)
{
    private const int DeadlineSeconds = 3;

    private readonly Form consume = Form.Consume(1, points: "10");
    private TestDatabase database = null!;
    private FaultyLink link = null!;
    private JposHost host = null!;

    [SetUp]
    public async Task Start()
    {
        database = await TestDatabase.WithDemoData(engine);
        link = new FaultyLink(PostgresCluster.Instance);
        host = await JposHost.RunOn(
            database,
            [KeyValuePair.Create("ConnectionStrings:Jpos", link.Through(database.ConnectionString)), KeyValuePair.Create("Jpos:Protocol:DeadlineSeconds", $"{DeadlineSeconds}")],
            services =>
            {
                services.AddSingleton(TimeProvider.System);

                // Its commits are none that a test could wait for.
                services.Remove(services.Single(service => service.ImplementationType == typeof(RewrappingService)));
            });
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
    }

    [TearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        await link.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task A_commit_of_unknown_outcome_is_found_or_done_again([Values] Cut cut)
    {
        link.CutNext(cut);
        await AssertPaid();
        Assert.That(link.CutSoFar, Is.EqualTo(1));
    }

    [Test]
    public async Task If_the_server_stays_away_nobody_claims_to_know_and_the_repeat_tells([Values] Cut cut)
    {
        link.CutNext(cut);
        var paying = host.Post("/v1/jpos/trans/consume", consume);
        while (link.CutSoFar == 0)
        {
            await Task.Delay(1);
        }

        link.Refuse();
        var told = await paying;
        link.Pass();
        Assert.That((told.Status, told.Detail), Is.EqualTo(("98", "The database did not say in time whether the message had its effect; send it again to learn.")));
        await AssertPaid();
    }

    [Test]
    public async Task If_the_server_was_away_all_the_time_there_is_no_doubt()
    {
        link.Refuse();
        var told = await host.Post("/v1/jpos/trans/consume", consume);
        link.Pass();
        Assert.That((told.Status, told.Detail), Is.EqualTo(("98", "The message could not be handled in time, and had no effect.")));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(1000m));
    }

    [Test]
    public async Task Under_load_every_cut_and_every_loss_is_made_up_for()
    {
        using var load = await Load.Begin(_ => host.Http);
        for (var round = 0; round < Kills.Count; round++)
        {
            foreach (var cut in Enum.GetValues<Cut>())
            {
                await load.More(20);
                link.CutNext(cut);
            }

            await load.More(20);
            link.Drop();
        }

        await load.More(20);
        await load.End();
        Assert.That(link.CutSoFar, Is.EqualTo(3 * Kills.Count));
        await Reckoning.Check(load, database, $"{Kills.Count} losses of all connections and {link.CutSoFar} of one at its commit");
    }

    private async Task AssertPaid()
    {
        var paid = await host.Post("/v1/jpos/trans/consume", consume);
        Assert.That((paid.Status, paid.Balance), Is.EqualTo(("00", 990m)));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(990m), "once");
    }
}
