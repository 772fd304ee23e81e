using System.Text.Json;

namespace Jpos.Benchmarks.Abuse;

/// <summary>Arranges the subscriptions and deliveries that requests need.</summary>
internal sealed class Webhooks(BackOfficeDesk desk)
{
    private const int Most = 20;

    /// <summary>A subscription, the first one if there are as many as there may be.</summary>
    public async Task<JsonElement> Subscribed()
    {
        var there = (await desk.Get("webhooks?limit=200")).GetProperty("items");
        return there.GetArrayLength() < Most ? await desk.Post("webhooks", LongestBodies.Webhook()) : there[0];
    }

    public async Task AddMost()
    {
        for (var there = (await desk.Get("webhooks?limit=200")).GetProperty("items").GetArrayLength(); there < Most; there++)
        {
            await desk.Post("webhooks", LongestBodies.Webhook());
        }
    }

    /// <summary>Makes room for one more, if there are as many as there may be.</summary>
    public async Task Unsubscribe()
    {
        var there = (await desk.Get("webhooks?limit=200")).GetProperty("items");
        if (there.GetArrayLength() == Most)
        {
            await desk.Do("DELETE", $"webhooks/{BackOfficeDesk.Id(there[0])}");
        }
    }

    /// <summary>A delivery of a subscription; with the first call there are as many as a page has.</summary>
    public async Task<(string Webhook, string Number)> Delivery()
    {
        var webhook = BackOfficeDesk.Id((await desk.Get("webhooks?limit=1")).GetProperty("items") is { } some && some.GetArrayLength() > 0 ? some[0] : await Subscribed());
        var number = 0;
        while (true)
        {
            var there = (await desk.Get($"webhooks/{webhook}/deliveries?limit={ProbeTable.Rows}")).GetProperty("items");
            if (there.GetArrayLength() == ProbeTable.Rows)
            {
                return (webhook, there[0].GetProperty("number").ToString());
            }

            foreach (var _ in Enumerable.Range(0, ProbeTable.Rows / 4))
            {
                var (path, body) = Messages.Consume(Fill.Terminal(30 + (++number % 30)), TerminalProbes.Card(100 + number), Fill.OpenBatch, 2000 + number);
                await desk.Message(path, body);
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
