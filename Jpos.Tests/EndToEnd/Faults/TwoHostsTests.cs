using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>Two hosts on one database, and terminals that go to the other one when theirs is gone (protocol §3).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Servers))]
internal sealed class TwoHostsTests(Engine engine)
{
    [Test]
    public async Task After_SIGKILL_of_one_host_the_other_answers_for_it()
    {
        await using var database = await TestDatabase.WithDemoData(engine);
        await using var staying = await JposHost.RunOn(database, services: services => services.AddSingleton(TimeProvider.System));
        await using var killed = await KilledHosts.Begin(database);
        var isUp = true;
        using var load = await FaultLoad.Begin(till => Volatile.Read(ref isUp) && till % 3 != 0 ? killed.Http : staying.Http);
        for (var kill = 1; kill <= Kills.Count; kill++)
        {
            await load.More(80);
            await killed.Kill();
            Volatile.Write(ref isUp, false);
            await load.More(40);
            await load.RestDuring(killed.StartNext());
            Volatile.Write(ref isUp, true);
        }

        await load.More(40);
        await load.End();
        Assert.That(load.Cut, Is.GreaterThanOrEqualTo(Kills.Count), "messages were cut off, or the test has shown nothing");
        await Reckoning.Check(load, database, $"{Kills.Count} kills of one host of two on {engine}");
    }
}
