using System.Net;
using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>What terminals did is found again: moved points, why they were earned, what undid what, and where two sides differ.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class TransactionTests(Engine engine)
{
    private JposHost host = null!;
    private BackOfficeClient viewer = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        viewer = await BackOfficeClient.Of(host, Role.Viewer);
        await host.SignOn(Form.Terminal);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_consume_tells_what_it_moved_and_why_it_earned()
    {
        var consume = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "90", vouchers: """{"id":1,"num":1}"""));
        var seen = await viewer.Get($"transactions/{consume.Serial}");
        Assert.That((seen.Status, seen["code"], seen["operation"], seen["card"], seen["status"]), Is.EqualTo((HttpStatusCode.OK, "00", "consume", "990000******0010", "posted")), seen.Text);
        var gift = seen.Json.GetProperty("gift");
        Assert.That(
            (Number(gift, "points"), Number(gift, "cash"), Number(gift, "rate"), Number(gift, "multiplier")),
            Is.EqualTo((1.35m, 90m, 0.015m, 1m)));
        var entries = seen.Json.GetProperty("entries").EnumerateArray().Select(entry => (entry.GetProperty("programme").GetString(), Number(entry, "points")));
        Assert.That(entries, Is.EquivalentTo([("redeemed", -10m), ("issued", 1.35m)]));
        Assert.That(seen.Json.GetProperty("pieces")[0].GetProperty("pieces").GetInt32(), Is.EqualTo(-1));
        Assert.That(seen.Text, Does.Not.Contain(Form.GoldCard));
    }

    [Test]
    public async Task An_undoing_and_what_it_undid_name_each_other()
    {
        var consume = (await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"))).Serial;
        var cancel = (await host.Post("/v1/jpos/trans/cancel", Form.Cancel(2, 1))).Serial;
        await host.Post("/v1/jpos/trans/cancelReversal", Form.Cancel(2, 1));
        var (of, by) = (await viewer.Get($"transactions/{consume}"), await viewer.Get($"transactions/{cancel}"));
        Assert.That((of["status"], of.Json.GetProperty("undoneBy").EnumerateArray().Single().GetString()), Is.EqualTo(("posted", cancel)));
        Assert.That((by["status"], by["original"], by.Json.GetProperty("undoneBy").GetArrayLength()), Is.EqualTo(("reversed", consume, 1)));
    }

    [Test]
    public async Task A_batch_shows_the_cash_and_the_vouchers_that_a_settlement_leaves_out()
    {
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "90", vouchers: """{"id":1,"num":1}"""));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "7.5"));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(3, cash: "1000"));
        await host.Post("/v1/jpos/trans/cancel", Form.Cancel(4, 1));
        await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(3, cash: "1000"));

        var takings = (await viewer.Walk($"batches?terminal={Form.Terminal}")).Single().GetProperty("takings");
        Assert.That(
            (Number(takings, "cashDebitAmount"), Number(takings, "cashCreditAmount"), Number(takings, "voucherDebitAmount"), Number(takings, "voucherCreditAmount")),
            Is.EqualTo((97.5m, 90m, 50m, 50m)));
    }

    [Test]
    public async Task A_batch_is_walked_page_by_page_with_what_was_declined()
    {
        for (var trace = 1; trace <= 5; trace++)
        {
            await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: trace == 3 ? "9999" : "1"));
        }

        await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(5, points: "1"));
        var batch = await Batch();
        var traces = new List<(int Trace, string? Code, string? Standing)>();
        for (var next = $"batches/{batch}/transactions?limit=4"; next is not null;)
        {
            var page = await viewer.Get(next);
            traces.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("trace").GetInt32(), item.GetProperty("code").GetString(), item.GetProperty("status").GetString())));
            next = page.Json.GetProperty("next").GetString();
        }

        Assert.That(traces, Is.EqualTo([(1, "00", "posted"), (2, "00", "posted"), (3, "51", "posted"), (4, "00", "posted"), (5, "00", "reversed"), (5, "00", "posted")]));
        var reversed = await viewer.Get($"batches/{batch}/transactions?status=reversed");
        Assert.That(reversed.Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_unequal_batch_shows_both_sides_and_the_difference()
    {
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "5"));
        await host.Post("/v1/jpos/trans/settle", Form.Settle().With("pointDebitCount", "2").With("pointDebitAmount", "12.50").With("totalTransCount", "2"));
        var seen = await viewer.Get($"batches/{await Batch()}");
        var settlement = seen.Json.GetProperty("settlement");
        Assert.That((settlement.GetProperty("flag").GetString(), Number(seen.Json.GetProperty("host"), "pointDebitAmount")), Is.EqualTo(("ns", 10m)));
        Assert.That(
            (Number(settlement.GetProperty("terminal"), "pointDebitAmount"), Number(settlement.GetProperty("difference"), "pointDebitAmount"), Number(settlement.GetProperty("difference"), "pointDebitCount")),
            Is.EqualTo((12.5m, 2.5m, 1m)));
        Assert.That(seen["closedAt"], Is.Not.Empty);
    }

    [Test]
    public async Task Batches_of_a_terminal_come_newest_first_page_by_page()
    {
        for (var batch = 1; batch <= 3; batch++)
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            await host.Post("/v1/jpos/trans/settle", Form.Settle(Form.Six(batch)));
            await host.SignOn(Form.Terminal);
        }

        var (numbers, pages) = (new List<int>(), 0);
        for (var next = $"batches?terminal={Form.Terminal}&limit=3"; next is not null; pages++)
        {
            var page = await viewer.Get(next);
            numbers.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt32()));
            next = page.Json.GetProperty("next").GetString();
        }

        Assert.That((string.Join(' ', numbers), pages), Is.EqualTo(("4 3 2 1", 2)));
    }

    private static decimal Number(JsonElement of, string field) => of.GetProperty(field).GetDecimal();

    private async Task<long> Batch() =>
        (await viewer.Get($"batches?terminal={Form.Terminal}")).Json.GetProperty("items")[0].GetProperty("id").GetInt64();
}
