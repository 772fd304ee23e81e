using System.Globalization;
using System.Net;
using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Webhooks;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>A list in any of its orders has each row once, up or down, in pages of any size.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class SortTests(Engine engine)
{
    private const string OtherStore = "100000000000002";
    private const string OtherTerminal = "20000001";
    private const string Deliveries = "webhooks/ID/deliveries";
    private const string Days = "from=2026-03-02T04:00Z&to=2026-03-03";

    private JposHost host = null!;
    private BackOfficeClient administrator = null!;
    private string webhook = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        administrator = await BackOfficeClient.Of(host, Role.Administrator);
        string[] names = ["ash", "birch-west", "birch", "birch", "elm 100%", "birch-", "yew:1"];
        foreach (var (number, name) in names.Index())
        {
            await Makes("stores", new { number = $"7{number}", name });
            await Makes("members", new { name, mobile = number % 2 == 0 ? "13900000001" : "13900000002" });
        }

        await administrator.Put("stores/70", new { name = names[0], advertisement = "Double points on Fridays" }, "*");
        await administrator.Post("cards/ranges", new { first = "9900000000005000", count = 7, product = 1 });
        webhook = await Makes("webhooks", new { url = "https://example.com/", events = new[] { "transaction.approved", "batch.settled" } });
        for (var batch = 1; batch <= 3; batch++)
        {
            await Works(batch);
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await host.Services.GetRequiredService<DeliveryStore>().FanOut(CancellationToken.None);
        foreach (var points in (int[])[1, 2, 3, -1, 4])
        {
            await Makes("adjustments", new { card = points % 2 == 0 ? Form.GoldCard : Form.TwoLotCard, points, reason = "Thanks" });
        }
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("stores", "number", "", "number")]
    [TestCase("stores", "name", "", "name", "number")]
    [TestCase("stores", "name", "isOpen=true", "name", "number")]
    [TestCase("members", "id", "", "id")]
    [TestCase("members", "name", "", "name", "id")]
    [TestCase("members", "name", "mobile=13900000001", "name", "id")]
    [TestCase("cards", "number", "", "number")]
    [TestCase("cards", "number", "product=1", "number")]
    [TestCase("cards", "number", "state=active", "number")]
    [TestCase("transactions", "-time", Days, "at", "serial")]
    [TestCase("transactions", "-time", $"{Days}&terminal={Form.Terminal}", "at", "serial")]
    [TestCase("transactions", "-time", $"{Days}&store={OtherStore}&status=posted", "at", "serial")]
    [TestCase("transactions", "-time", $"card={Form.GoldCard}", "at", "serial")]
    [TestCase("batches", "-time", Days, "openedAt", "id")]
    [TestCase("batches", "-time", $"terminal={Form.Terminal}", "openedAt", "id")]
    [TestCase("batches", "-time", $"store={OtherStore}&state=unequal", "openedAt", "id")]
    [TestCase("batches", "-time", "state=open", "openedAt", "id")]
    [TestCase("alerts", "-time", "", "id")]
    [TestCase("alerts", "-time", "kind=unequalBatch", "id")]
    [TestCase("adjustments", "-time", "", "id")]
    [TestCase("adjustments", "-time", $"card={Form.TwoLotCard}", "id")]
    [TestCase("adjustments", "-time", "state=applied", "id")]
    [TestCase(Deliveries, "-time", "", "number")]
    [TestCase(Deliveries, "-time", "state=pending", "number")]
    [TestCase("audit", "-time", "", "number")]
    [TestCase("audit", "-time", "subject=stores/70", "number")]
    public async Task Each_row_is_there_once_in_order(string path, string sort, string filter, params string[] keys)
    {
        path = path.Replace("ID", webhook, StringComparison.Ordinal);
        var usual = await Keys($"{path}?{filter}&limit=200", keys);
        Assert.That(usual, Has.Count.GreaterThan(1).And.Unique);
        var up = usual.Order(Comparer<string[]>.Create(Compare)).Select(Text).ToList();
        var name = sort.TrimStart('-');
        foreach (var limit in (int[])[1, 2, 3, 200])
        {
            Assert.That((await Keys($"{path}?{filter}&sort={name}&limit={limit}", keys)).Select(Text), Is.EqualTo(up), $"up, in pages of {limit}");
            Assert.That((await Keys($"{path}?{filter}&sort=-{name}&limit={limit}", keys)).Select(Text), Is.EqualTo(up.AsEnumerable().Reverse()), $"down, in pages of {limit}");
        }

        if (path is not ("stores" or "members") || name != "name")
        {
            Assert.That(usual.Select(Text), Is.EqualTo(sort[0] == '-' ? up.AsEnumerable().Reverse() : up), "the usual order");
        }
    }

    [TestCase("stores", "number -number name -name")]
    [TestCase("members", "id -id name -name")]
    [TestCase("cards", "number -number")]
    [TestCase($"transactions?{Days}", "time -time")]
    [TestCase($"batches?{Days}", "time -time")]
    [TestCase("alerts", "time -time")]
    [TestCase("adjustments", "time -time")]
    [TestCase(Deliveries, "time -time")]
    [TestCase("audit", "time -time")]
    public async Task A_list_goes_on_in_its_own_order_only(string path, string sorts)
    {
        var orders = sorts.Split(' ');
        var list = $"{path.Replace("ID", webhook, StringComparison.Ordinal)}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=1&sort=";
        foreach (var order in orders)
        {
            var next = (await administrator.Get($"{list}{order}"))["next"]!;
            Assert.That(next, Does.Contain($"sort={order}"));
            foreach (var other in orders.Except([order]))
            {
                AssertBlamed(await administrator.Get(next.Replace($"sort={order}", $"sort={other}", StringComparison.Ordinal)), "after");
            }
        }

        var unknown = await administrator.Get($"{list}colour");
        AssertBlamed(unknown, "sort");
        var named = unknown.Json.GetProperty("errors").GetProperty("sort")[0].GetString()!;
        Assert.That(named, Is.EqualTo($"sort must be one of: {sorts.Replace(" ", ", ", StringComparison.Ordinal)}."));
    }

    [TestCase("name:ash")]
    [TestCase("name:ash-x")]
    [TestCase("name:-")]
    [TestCase("name:%00-1")]
    [TestCase("ash-1")]
    [TestCase("1")]
    public async Task What_is_no_place_is_refused(string place) => AssertBlamed(await administrator.Get($"members?sort=name&after={place}"), "after");

    /// <summary>Two terminals pay and settle at the same moments.</summary>
    private async Task Works(int number)
    {
        var batch = Form.Six(number);
        await host.SignOn(Form.Terminal);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(OtherTerminal).With("storeNo", OtherStore));
        foreach (var trace in (int[])[1, 2])
        {
            await Sends("trans/consume", Form.Consume(trace, points: "1", batch: batch));
            await Sends("trans/consume", AtOther(Form.Consume(trace, points: "1", batch: batch)));
        }

        if (number < 3)
        {
            await Sends("trans/settle", Form.Settle(batch));
            await Sends("trans/settle", AtOther(Form.Settle(batch)));
        }
    }

    private static Form AtOther(Form form) => form.With("storeNo", OtherStore).With("terminalNo", OtherTerminal);

    private async Task Sends(string resource, Form form) => Assert.That((await host.Post($"/v1/jpos/{resource}", form)).Status, Is.EqualTo("00"), resource);

    private async Task<string> Makes(string path, object input)
    {
        var made = await administrator.Post(path, input);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        return made.Json.TryGetProperty("id", out var id) ? id.ToString() : "";
    }

    private async Task<List<string[]>> Keys(string path, string[] keys) =>
        [.. (await administrator.Walk(path)).Select(item => keys.Select(key => Text(item.GetProperty(key))).ToArray())];

    /// <summary>Numbers with as many digits as others, so that texts are in their order.</summary>
    private static string Text(JsonElement key) => key.ValueKind is JsonValueKind.Number ? key.GetInt64().ToString("D20", CultureInfo.InvariantCulture) : key.ToString();

    private static string Text(string[] keys) => string.Join(' ', keys);

    private static int Compare(string[] one, string[] other) =>
        one.Zip(other, string.CompareOrdinal).FirstOrDefault(compared => compared != 0);

    private static void AssertBlamed(BackOfficeAnswer answer, string field) =>
        Assert.That((answer.Status, string.Join(' ', answer.Blamed)), Is.EqualTo((HttpStatusCode.BadRequest, field)), answer.Text);
}
