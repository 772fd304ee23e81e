using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>A rogue with valid keys makes no points unnoticed: consumes have limits, and large gifts are held until the back office decides.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class LargeGiftTests(Engine engine)
{
    // The gold card earns 1.5 points for 100 yuan.
    private const string Limit = "50000";
    private const decimal GiftAtLimit = 750m;

    private JposHost host = null!;
    private OfficeClient manager = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        manager = await OfficeClient.Of(host, Role.Manager);
        await host.SignOn(Form.Terminal);
    }

    [TearDown]
    public async Task Stop()
    {
        Assert.That(await host.Faults(), Is.Empty);
        await host.DisposeAsync();
    }

    [TestCase("50000.01", "0", "61")]
    [TestCase("9999999999.99", "0", "61")]
    [TestCase("49999.01", "1", "61")]
    [TestCase("49999", "1", "00")]
    public async Task A_consume_of_more_than_50000_yuan_is_declined_by_default(string cash, string points, string status) =>
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: points, cash: cash))).Status, Is.EqualTo(status));

    [Test]
    public async Task Gifts_of_a_terminal_and_day_over_the_limit_are_declined_whatever_batch_they_are_in()
    {
        await Rules("""{"mostGiftsPerDay":1500,"largeGift":5000}""");
        Assert.That((await Pay(1)).Status, Is.EqualTo("00"));
        await Settle();
        Assert.That((await Pay(1, batch: 2)).Status, Is.EqualTo("00"));
        Assert.That((await Pay(2, "1", batch: 2)).Status, Is.EqualTo("61"), "a settlement opens no new limit");
        Assert.That((await manager.Get("alerts?kind=giftLimit")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.That((await Pay(3, "1", batch: 2)).Status, Is.EqualTo("00"), "the next day");
    }

    [Test]
    public async Task A_large_gift_stays_pending_until_it_is_released()
    {
        await Rules("""{"largeGift":1000}""");
        Assert.That((await Pay(1)).Available, Is.EqualTo(1000m));
        var large = await Pay(2);
        Assert.That((large.Balance, large.Available), Is.EqualTo((2500m, 1000m)));
        Assert.That((await manager.Get("alerts?kind=largeGift")).Json.GetProperty("items").EnumerateArray().Single().GetProperty("transaction").GetString(), Is.EqualTo(large.Serial));

        await Settle();
        host.Time.Advance(TimeSpan.FromDays(8));
        Assert.That((await Ask(2)).Available, Is.EqualTo(1750m), "the first gift is released by the settlement, the large one is not");
        var held = (await manager.Get("held-gifts")).Json.GetProperty("items").EnumerateArray().Single();
        Assert.That((held.GetProperty("serial").GetString(), held.GetProperty("points").GetDecimal()), Is.EqualTo((large.Serial, GiftAtLimit)));

        var released = await Decide(large.Serial, true);
        Assert.That((released.Status, released["state"]), Is.EqualTo((HttpStatusCode.OK, "released")), released.Text);
        Assert.That((await Ask(2)).Available, Is.EqualTo(2500m));
        Assert.That((await Decide(large.Serial, false)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await manager.Get("held-gifts")).Json.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_large_gift_is_held_also_where_gifts_are_available_at_once()
    {
        await Rules("""{"largeGift":100,"giftsAvailableAtOnce":true}""");
        var paid = await Pay(1);
        Assert.That((paid.Balance, paid.Available), Is.EqualTo((1750m, 1000m)));
    }

    [Test]
    public async Task A_large_gift_that_is_refused_is_taken_back_and_the_consume_stays()
    {
        await Rules("""{"largeGift":100}""");
        var paid = await Pay(1);
        var refused = await Decide(paid.Serial, false);
        Assert.That((refused.Status, refused["state"], refused["points"]), Is.EqualTo((HttpStatusCode.OK, "refused", "750")), refused.Text);
        var asked = await Ask();
        Assert.That((asked.Balance, asked.Available), Is.EqualTo((1000m, 1000m)));
        Assert.That((await manager.Get($"transactions/{paid.Serial}"))["standing"], Is.EqualTo("stands"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Undoing_a_consume_with_a_refused_gift_takes_nothing_twice(bool isRefused)
    {
        await Rules("""{"largeGift":100}""");
        foreach (var undo in (string[])["cancel", "reversal", "refund"])
        {
            var trace = undo switch { "cancel" => 10, "reversal" => 20, _ => 30 };
            var consume = Form.Consume(trace, points: "10", cash: "40000");
            var paid = await host.Post("/v1/jpos/trans/consume", consume);
            Assert.That((paid.Status, paid.Available), Is.EqualTo(("00", 990m)), undo);
            if (isRefused)
            {
                Assert.That((await Decide(paid.Serial, false)).Status, Is.EqualTo(HttpStatusCode.OK));
            }

            var undone = undo switch
            {
                "cancel" => await host.Post("/v1/jpos/trans/cancel", Form.Cancel(trace + 1, trace)),
                "reversal" => await host.Post("/v1/jpos/trans/consumeReversal", consume),
                _ => await host.Post("/v1/jpos/refunds", Form.Query().With("traceNo", Form.Six(trace + 1)).With("oriSerialNo", paid.Serial)),
            };
            Assert.That((undone.Status, undone.Balance, undone.Available), Is.EqualTo(("00", 1000m, 1000m)), $"{undo}: {undone.Text}");
            Assert.That(undone.Text, Does.Contain(undo == "refund" ? $"\"returnPersentPoint\":{(isRefused ? 0 : 600)}" : $"\"persentPoint\":{(isRefused ? 0 : 600)}"), undo);
        }
    }

    private Task<TerminalAnswerText> Pay(int trace, string cash = Limit, int batch = 1) =>
        host.Post("/v1/jpos/trans/consume", Form.Consume(trace, cash: cash, batch: Form.Six(batch)));

    private Task<TerminalAnswerText> Ask(int batch = 1) => host.Post("/v1/jpos/cards", Form.Query(batch: Form.Six(batch)));

    private Task<OfficeAnswer> Decide(string serial, bool isApproved) => manager.Post($"held-gifts/{serial}/decision", new { card = Form.GoldCard, isApproved, reason = "checked" });

    private async Task Settle()
    {
        Assert.That((await host.Post("/v1/jpos/trans/settle", Form.Settle())).Status, Is.EqualTo("00"));
        Assert.That((await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn())).Status, Is.EqualTo("00"));
    }

    private async Task Rules(string changes)
    {
        var rules = System.Text.Json.Nodes.JsonNode.Parse((await manager.Get("programme")).Text)!.AsObject();
        foreach (var field in (string[])["version", "since", "by"])
        {
            rules.Remove(field);
        }

        foreach (var (field, value) in System.Text.Json.Nodes.JsonNode.Parse(changes)!.AsObject())
        {
            rules[field] = value!.DeepClone();
        }

        var changed = await manager.Put("programme", rules.ToJsonString(), "*");
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.Text);
    }
}
