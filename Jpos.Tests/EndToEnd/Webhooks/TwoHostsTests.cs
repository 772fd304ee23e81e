using System.Net;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Webhooks;

/// <summary>Several hosts on one database tell of each event once, as long as nothing fails.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Servers))]
internal sealed class TwoHostsTests(Engine engine)
{
    [Test]
    public async Task Each_event_is_told_once_whichever_host_had_the_effect()
    {
        await using var database = await TestDatabase.WithDemoData(engine);
        await using var one = await WebhookHost.Run(database);
        await using var other = await WebhookHost.Run(database);
        WebhookHost[] hosts = [one, other];
        await one.Pays(Form.CheckIn(), "terminal/checkin");
        await one.Pays(Form.CheckIn("10000004"), "terminal/checkin");
        var (address, _) = await one.Subscribe("both", "transaction.approved");
        var (second, _) = await one.Subscribe("second", "transaction.approved");
        await Task.Delay(Infrastructure.Webhooks.KnownSubscriptions.Lasting);

        await Task.WhenAll(Enumerable.Range(1, 60).Select(number => hosts[number % 2].Pays(
            Form.Consume(number, cash: "1", card: number % 3 == 0 ? Form.EmptyCard : Form.GoldCard).With("terminalNo", number % 4 < 2 ? Form.Terminal : "10000004"))));

        foreach (var (path, deliveries) in (IEnumerable<(string, IReadOnlyList<System.Text.Json.JsonElement>)>)[("both", await one.Settled(address)), ("second", await other.Settled(second))])
        {
            var told = one.Receiver.At(path);
            Assert.That(told.Select(sent => sent.Id), Is.Unique.And.EquivalentTo(deliveries.Select(delivery => delivery.GetProperty("event").GetString())));
            Assert.That(told.Count, Is.EqualTo(60));
            foreach (var line in deliveries.GroupBy(delivery => delivery.GetProperty("line").GetString()))
            {
                var ofCard = line.Select(delivery => delivery.GetProperty("event").GetString()).ToList();
                Assert.That(told.Select(sent => sent.Id).Where(ofCard.Contains), Is.EqualTo(ofCard), line.Key);
            }
        }

        Assert.That(other.Receiver.At("both"), Is.Empty, "each host has a receiver of its own, and the subscription names one of them");
        Assert.That((await one.Manager.Get(address)).Status, Is.EqualTo(HttpStatusCode.OK));
    }
}
