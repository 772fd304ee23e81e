using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>What terminals did is found by card, terminal, store, batch, time and state, each record once.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class JournalListTests(Engine engine)
{
    private const string Period = "from=2026-03-02T04:01Z&to=2026-03-03";
    private const string OtherStore = "100000000000002";
    private const string OtherTerminal = "20000001";

    private JposHost host = null!;
    private BackOfficeClient viewer = null!;

    /// <summary>Two terminals of two stores: 1 is cancelled, 3 is declined, 4 and 5 are of one moment; 6 is the cancel, 7 is at the other store.</summary>
    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        viewer = await BackOfficeClient.Of(host, Role.Viewer);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.SignOn(Form.Terminal);
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(OtherTerminal).With("storeNo", OtherStore));
        await Pays(1);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await Pays(2, Form.TwoLotCard);
        host.Time.Advance(TimeSpan.FromHours(1));
        await Pays(3, points: "99999");
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await Pays(4);
        await Pays(5);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.Post("/v1/jpos/trans/cancel", Form.Cancel(6, 1));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(7, points: "1").With("storeNo", OtherStore).With("terminalNo", OtherTerminal));
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase($"{Period}", "7 6 5 4 3 2 1")]
    [TestCase($"{Period}&terminal={Form.Terminal}", "6 5 4 3 2 1")]
    [TestCase($"{Period}&terminal={Form.Terminal}&store={OtherStore}", "")]
    [TestCase($"{Period}&store={OtherStore}", "7")]
    [TestCase($"{Period}&card={Form.TwoLotCard}", "2")]
    [TestCase($"{Period}&status=cancelled", "1")]
    [TestCase($"{Period}&operation=cancel", "6")]
    [TestCase($"card={Form.GoldCard}&operation=consume", "7 5 4 3 1")]
    [TestCase($"card={Form.GoldCard}&terminal={OtherTerminal}", "7")]
    [TestCase($"card={Form.GoldCard}&operation=adjustment", "-")]
    [TestCase("card=9900000000000200", "")]
    [TestCase("from=2026-03-02T04:04:00Z&to=2026-03-02T13:04:00%2B08:00", "3")]
    public async Task Records_are_found_the_newest_first(string query, string traces)
    {
        foreach (var limit in (int[])[1, 2, 50])
        {
            Assert.That(Traces(await viewer.Walk($"transactions?{query}&limit={limit}")), Is.EqualTo(traces), $"in pages of {limit}");
        }
    }

    [Test]
    public async Task Records_of_a_batch_are_found()
    {
        var batch = (await viewer.Walk($"batches?terminal={Form.Terminal}")).Single().GetProperty("id").GetInt64();
        Assert.That(Traces(await viewer.Walk($"transactions?batch={batch}&limit=3")), Is.EqualTo("6 5 4 3 2 1"));
    }

    [Test]
    public async Task Who_is_of_a_store_sees_what_was_done_there()
    {
        var ofOther = await BackOfficeClient.Of(host, Role.Viewer, OtherStore);
        Assert.That(Traces(await ofOther.Walk($"transactions?card={Form.GoldCard}")), Is.EqualTo("7"));
        Assert.That(Traces(await ofOther.Walk($"transactions?{Period}&limit=1")), Is.EqualTo("7"));
        Assert.That(Traces(await ofOther.Walk($"transactions?{Period}&store={Form.Store}")), Is.Empty);
    }

    private Task<TerminalAnswerText> Pays(int trace, string card = Form.GoldCard, string points = "1") => host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: points, card: card));

    /// <summary>What no terminal sent has none.</summary>
    private static string Traces(IEnumerable<JsonElement> items) =>
        string.Join(' ', items.Select(item => item.GetProperty("trace") is { ValueKind: JsonValueKind.Number } trace ? $"{trace.GetInt32()}" : "-"));
}
