using System.Text.Json;
using Jpos.Infrastructure.Webhooks;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Webhooks;

/// <summary>Several hosts on one database tell of each event once, as long as nothing fails.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Servers))]
internal sealed class WebhookTwoHostsTests(Engine engine)
{
    private const int Messages = 30;

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
        await Task.Delay(SubscriptionCache.Lasting);

        await Task.WhenAll(Enumerable.Range(1, Messages).Select(number => hosts[number % 2].Pays(
            Form.Consume(number, cash: "1", card: number % 3 == 0 ? Form.EmptyCard : Form.GoldCard).With("terminalNo", number % 4 < 2 ? Form.Terminal : "10000004"))));

        var (first, then) = (await one.Settled(address), await other.Settled(second));
        AssertTold(one.Receiver.At("both"), first);
        AssertTold(one.Receiver.At("second"), then);
    }

    private static void AssertTold(IReadOnlyList<ReceivedEvent> told, IReadOnlyList<JsonElement> deliveries)
    {
        var ids = told.Select(sent => sent.Id).ToList();
        Assert.That(ids, Has.Count.EqualTo(Messages).And.EquivalentTo(deliveries.Select(delivery => delivery.GetProperty("event").GetString())), "each once");
        foreach (var ofKey in deliveries.GroupBy(delivery => delivery.GetProperty("orderingKey").GetString()))
        {
            var ofCard = ofKey.Select(delivery => delivery.GetProperty("event").GetString()).ToList();
            Assert.That(ids.Where(ofCard.Contains), Is.EqualTo(ofCard), ofKey.Key);
        }
    }
}
