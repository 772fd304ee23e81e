using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Jpos.Tests.EndToEnd;

/// <summary>A server that goes away for a moment costs a message time, not its effect, and never gives it two (protocol §3).</summary>
[NonParallelizable]
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSql))]
internal sealed class LostDatabaseTests(Engine engine)
{
    private readonly Form consume = Form.Consume(1, points: "10");
    private JposHost host = null!;

    [SetUp]
    public async Task SignOn()
    {
        host = await JposHost.Run(
            [KeyValuePair.Create("Jpos:Protocol:DeadlineSeconds", "3")],
            services => services.AddSingleton(TimeProvider.System),
            engine: engine);
        await host.SignOn(Form.Terminal);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_connection_that_is_lost_in_the_middle_of_a_unit_of_work_is_made_up_for()
    {
        var lost = 0;
        host.Seam.Saved = async db =>
        {
            if (++lost <= 2)
            {
                await Terminate(((NpgsqlConnection)db.Database.GetDbConnection()).ProcessID);
            }
        };

        await AssertPaid();
        Assert.That(lost, Is.EqualTo(3));
    }

    [Test]
    public async Task A_commit_that_nobody_was_told_of_is_found_by_its_key()
    {
        var lost = 0;
        host.Seam.Committed = _ => ++lost == 1 ? throw new NpgsqlException("The connection was lost.", new IOException()) : Task.CompletedTask;

        await AssertPaid();
        Assert.That(lost, Is.EqualTo(2));
    }

    [Test]
    public async Task A_server_that_is_away_for_less_than_the_deadline_is_waited_for()
    {
        await Close();
        var paying = host.Post("/v1/jpos/trans/consume", consume);
        var asking = host.Post("/v1/jpos/cards", Form.Query(Form.TwoLotCard));
        await Task.Delay(500);
        Assert.That((paying.IsCompleted, asking.IsCompleted), Is.EqualTo((false, false)));
        await Open();

        Assert.That(((await paying).Status, (await asking).Status), Is.EqualTo(("00", "00")));
        await AssertPaid();
    }

    [Test]
    public async Task A_server_that_is_away_for_longer_leaves_98_and_no_effect()
    {
        await Close();
        Assert.That((await host.Post("/v1/jpos/trans/consume", consume)).Status, Is.EqualTo("98"));
        await Open();
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(1000m));
        await AssertPaid();
    }

    private async Task AssertPaid()
    {
        var paid = await host.Post("/v1/jpos/trans/consume", consume);
        Assert.That((paid.Status, paid.Balance), Is.EqualTo(("00", 990m)));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Balance, Is.EqualTo(990m), "once");
    }

    private async Task Close()
    {
        await PostgresCluster.Instance.Execute($"ALTER DATABASE {Name} ALLOW_CONNECTIONS false");
        await PostgresCluster.Instance.Execute($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{Name}'");
    }

    private Task Open() => PostgresCluster.Instance.Execute($"ALTER DATABASE {Name} ALLOW_CONNECTIONS true");

    private string Name => new NpgsqlConnectionStringBuilder(host.Database.ConnectionString).Database!;

    private static Task Terminate(int process) => PostgresCluster.Instance.Execute($"SELECT pg_terminate_backend({process}, 5000)");
}
