using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>A database server that ends in the middle of everything and recovers, while the host stays up and goes on by itself (protocol §3).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSql))]
internal sealed class KilledServerTests(Engine engine)
{
    [Test]
    public async Task After_SIGKILL_of_all_its_processes_under_load_the_host_goes_on_and_nothing_is_lost()
    {
        using var cluster = new PostgresCluster("");
        await using var database = new PostgresTestDatabase(new TemporaryFolder(), cluster);
        await using var host = await JposHost.RunOn(database, services: services => services.AddSingleton(TimeProvider.System));
        using var load = await FaultLoad.Begin(_ => host.Http);
        for (var kill = 1; kill <= Kills.Count; kill++)
        {
            await load.More(80);
            cluster.Kill();
            cluster.Restart();
        }

        await load.More(80);
        await load.End();
        await Reckoning.Check(load, database, $"{Kills.Count} kills of the server of {engine}");
    }
}
