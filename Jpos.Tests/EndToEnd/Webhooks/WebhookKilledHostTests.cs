using System.Net;
using Jpos.Domain;
using Jpos.Domain.Access;
using Jpos.Infrastructure.BackOffice;
using Jpos.Tests.EndToEnd.Faults;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.Webhooks;

/// <summary>A receiver that fails half of the time, and a host that is killed while it sends.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class WebhookKilledHostTests(Engine engine)
{
    private const int Seed = 20260302;

    private static readonly string[] Events = ["transaction.approved", "transaction.reversed", "transaction.cancelled", "transaction.refunded"];

    private static readonly (string Name, string Value)[] Settings =
    [
        ("Jpos:Webhooks:AllowPrivateTargets", "true"),
        ("Jpos:Webhooks:LeaseSeconds", "2"),

        // That one event fails thirty times in a row will not happen.
        .. Enumerable.Range(0, 30).Select(number => ($"Jpos:Webhooks:PausesSeconds:{number}", "0.05")),
    ];

    [Test]
    public async Task Every_event_comes_at_least_once_and_those_of_a_card_in_order()
    {
        await using var database = await TestDatabase.WithDemoData(engine);
        await using var receiver = await WebhookReceiver.Open();
        var luck = new Luck(Seed);
        receiver.Answers = (_, _) => luck.Next() ? HttpStatusCode.InternalServerError : HttpStatusCode.OK;
        var key = await MakeKey(database);
        await using var hosts = await KilledHosts.Begin(database, Settings);
        var made = await new BackOfficeClient(hosts.Http, key).Post("webhooks", new { url = receiver.Url("half"), events = Events });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);

        using var load = await FaultLoad.Begin(_ => hosts.Http);
        await Refund(hosts.Http, 290_000);
        for (var kill = 1; kill <= Kills.Count; kill++)
        {
            await load.More(30);
            await hosts.Kill();
            await hosts.StartNext();
        }

        await load.More(15);
        await load.End();
        await Refund(hosts.Http, 290_010);
        await Settled(hosts.Http, key, $"webhooks/{made["id"]}");

        var effects = await Effects(database);
        var told = receiver.At("half");
        var taken = told.Where(one => one.Status is HttpStatusCode.OK).ToList();
        Assert.That(told.Select(one => one.IsSignedWith(made["secret"]!)), Is.All.True);
        Assert.That(taken.Select(one => one.Id).Distinct(), Is.EquivalentTo(effects.Select(effect => effect.Id)), "every event at least once, and nothing else");
        foreach (var card in effects.GroupBy(effect => effect.Card))
        {
            // What was answered just before the kill comes again: what counts is when it came first.
            Assert.That(
                taken.Where(one => one.Data.GetProperty("account").GetInt64() == card.Key).Select(one => one.Id).Distinct(), Is.EqualTo(card.Select(effect => effect.Id)), $"card {card.Key}");
        }

        var types = told.Select(one => one.Type).Distinct();
        Assert.That(types, Is.EquivalentTo(Events), "each kind happened, or the test has shown nothing");
        Assert.That(told, Has.Count.GreaterThan(effects.Count * 3 / 2), "half failed");
        await TestContext.Out.WriteLineAsync($"{effects.Count} events, {told.Count} attempts, {taken.Count - effects.Count} taken twice, on {engine}");
    }

    /// <summary>What had an effect on a card, in the order of the effects: of one host's numbers.</summary>
    private static async Task<IReadOnlyList<(long Card, string Id)>> Effects(TestDatabase database)
    {
        await using var db = database.Open();
        var entries = await db.Journal.AsNoTracking().Where(entry => entry.Trace != null && entry.Operation != Operations.Expire).OrderBy(entry => entry.Serial).ToListAsync();
        return [.. entries.Where(entry => entry.IsApproved).Select(entry => (entry.AccountId, $"evt_{entry.Serial.Value}"))];
    }

    private static async Task Refund(HttpClient host, int trace)
    {
        var bought = await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, cash: "100", card: Form.TwoLotCard));
        var refunded = await host.Post("/v1/jpos/refunds", Form.Query(Form.TwoLotCard).With("traceNo", Form.Six(trace + 1)).With("oriSerialNo", bought.Serial));
        Assert.That((bought.Status, refunded.Status), Is.EqualTo(("00", "00")), refunded.Text);
    }

    private static async Task<string> MakeKey(TestDatabase database)
    {
        var (id, key, hash) = new ApiSecrets().Make();
        await using var db = database.Open();
        db.ApiKeys.Add(new ApiKey(id, "test", hash, Role.Manager, [], TimeProvider.System.GetUtcNow().UtcDateTime, null));
        await db.SaveChangesAsync();
        return key;
    }

    private static async Task Settled(HttpClient host, string key, string address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var office = new BackOfficeClient(host, key);
        while ((await office.Get($"{address}/deliveries?state=pending&limit=1")).Json.GetProperty("items").GetArrayLength() > 0)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>The same coin in each run.</summary>
    private sealed class Luck(uint seed)
    {
        private uint state = seed;

        public bool Next()
        {
            // Xorshift: a generator of the framework's is not to be had here.
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (state & 1) == 1;
        }
    }
}
