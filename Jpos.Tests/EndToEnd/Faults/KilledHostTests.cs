using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>A host that ends in the middle of everything, as near to a power cut as a process can come (protocol §3).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class KilledHostTests(Engine engine)
{
    [Test]
    public async Task After_SIGKILL_under_load_every_answer_holds_and_every_other_message_gets_one()
    {
        await using var database = await TestDatabase.WithDemoData(engine);
        await using var hosts = await KilledHosts.Begin(database);
        using var load = await FaultLoad.Begin(_ => hosts.Http);
        for (var kill = 1; kill <= Kills.Count; kill++)
        {
            await load.More(80);
            await hosts.Kill();
            await hosts.StartNext();
        }

        await load.More(20);
        await load.End();
        Assert.That(load.Cut, Is.GreaterThanOrEqualTo(Kills.Count), "messages were cut off, or the test has shown nothing");
        await Reckoning.Check(load, database, $"{Kills.Count} kills of the host on {engine}");
    }
}
