using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>What became of a card's points, and what all cards hold together.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class StatementTests(Engine engine)
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
    public async Task A_statement_tells_each_movement_and_the_balance_after_it()
    {
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "90", vouchers: """{"id":1,"num":1}"""));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(2, points: "99999"));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(3, points: "1"));
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.Post("/v1/jpos/trans/cancel", Form.Cancel(4, 1));

        (string?, decimal, decimal, decimal)[] all = [("adjustment", 1000m, 0m, 1000m), ("consume", 1.35m, 10m, 991.35m), ("consume", 0m, 1m, 990.35m), ("cancel", 10m, 1.35m, 999m)];
        foreach (var limit in (int[])[1, 2, 50])
        {
            Assert.That((await Walk($"limit={limit}")).Select(Movement), Is.EqualTo(all), $"in pages of {limit}");
            Assert.That((await Walk($"limit={limit}&from=2026-03-02T05:00Z&to=2026-03-02T06:00Z")).Select(Movement), Is.EqualTo(all[1..3]));
        }

        Assert.That((await Walk("")).Select(item => string.Join(' ', item.GetProperty("pieces").EnumerateArray().Select(piece => piece.GetProperty("pieces").GetInt32()))), Is.EqualTo(["2 3 1", "-1", "", "1"]));
        var part = await viewer.Get($"cards/{Form.GoldCard}/statement?from=2026-03-02T05:00Z&to=2026-03-02T06:00Z&limit=1");
        Assert.That((part["opening"], part["closing"], part["card"]), Is.EqualTo(("1000", "990.35", "990000******0010")));
        var whole = await viewer.Get($"cards/{Form.GoldCard}/statement");
        Assert.That((whole["opening"], whole["closing"], (await viewer.Get($"cards/{Form.GoldCard}"))["balance"]), Is.EqualTo(("0", "999", "999")));
    }

    [Test]
    public async Task A_statement_agrees_with_itself_while_payments_come()
    {
        var paying = Task.Run(async () =>
        {
            for (var trace = 1; trace <= 60; trace++)
            {
                await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1", cash: "7"));
            }
        });
        var seen = 0;
        do
        {
            var statement = await viewer.Get($"cards/{Form.GoldCard}/statement?limit=200");
            Assert.That(statement.Json.GetProperty("items").EnumerateArray().Last().GetProperty("balance").GetDecimal(), Is.EqualTo(statement.Json.GetProperty("closing").GetDecimal()), statement.Text);
            seen++;
        }
        while (!paying.IsCompleted);

        await paying;
        Assert.That(seen, Is.GreaterThan(1));
    }

    [Test]
    public async Task What_the_programme_owes_is_told_by_month_and_debts_apart()
    {
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "10000", card: Form.EmptyCard));
        await host.Post("/v1/jpos/trans/settle", Form.Settle());
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "100", card: Form.EmptyCard, batch: "000002"));
        await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, cash: "10000", card: Form.EmptyCard));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "1000", batch: "000002"));

        var seen = await viewer.Get("programme/liability");
        Assert.That((seen["available"], seen["pending"]), Is.EqualTo(("1150", "15")), seen.Text);
        Assert.That(Months(seen), Is.EqualTo(["2026-04 20 0 1 1", "2028-03 1130 15 4 3"]));
        Assert.That(seen.Json.GetProperty("debts").ToString(), Is.EqualTo("""{"points":100,"cards":1}"""));

        host.Time.Advance(TimeSpan.FromDays(40));
        Assert.That(Months(await viewer.Get("programme/liability")), Is.EqualTo(["2028-03 1145 0 4 3"]), "what has expired is owed no more, taken or not");
    }

    private async Task<IReadOnlyList<JsonElement>> Walk(string query) => await viewer.Walk($"cards/{Form.GoldCard}/statement?{query}");

    private static (string? Operation, decimal In, decimal Out, decimal Balance) Movement(JsonElement item) => (
        item.GetProperty("operation").GetString(), item.GetProperty("pointsIn").GetDecimal(), item.GetProperty("pointsOut").GetDecimal(), item.GetProperty("balance").GetDecimal());

    private static IEnumerable<string> Months(BackOfficeAnswer seen) =>
        seen.Json.GetProperty("months").EnumerateArray().Select(month => string.Join(' ', month.EnumerateObject().Select(field => field.Value.ToString())));
}
