using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>A rogue with valid keys makes no points unnoticed: consumes have limits, and large gifts are held until the back office decides.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class LargeGiftTests(Engine engine)
{
    // The gold card earns 1.5 points for 100 yuan.
    private const string Limit = "50000";
    private const decimal GiftAtLimit = 750m;

    private JposHost host = null!;
    private BackOfficeClient manager = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        manager = await BackOfficeClient.Of(host, Role.Manager);
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
        Assert.That((await manager.Get($"transactions/{paid.Serial}"))["status"], Is.EqualTo("posted"));
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

    [Test]
    public async Task A_large_gift_that_is_split_over_small_consumes_of_a_day_is_held_from_the_one_that_exceeds_the_limit()
    {
        await Rules("""{"largeGift":1000}""");
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn("10000004"));
        for (var trace = 1; trace <= 5; trace++)
        {
            Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, cash: "20000").With("terminalNo", trace % 2 == 0 ? "10000004" : Form.Terminal))).Status, Is.EqualTo("00"));
        }

        host.Time.Advance(TimeSpan.FromDays(8));
        Assert.That((await Ask()).Available, Is.EqualTo(1900m), "three gifts of 300, whichever terminal they came from");
        Assert.That((await manager.Get("held-gifts")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task What_a_campaign_gives_counts_and_what_was_undone_counts_all_the_same()
    {
        await manager.Post("campaigns", new { name = "x", multiplier = 6, from = "2020-01-01", through = "2099-12-31" });
        var first = await Pay(1);
        Assert.That((first.Balance, (await host.Post("/v1/jpos/trans/cancel", Form.Cancel(2, 1))).Status), Is.EqualTo((5500m, "00")));
        Assert.That((await manager.Get("held-gifts")).Json.GetProperty("items").GetArrayLength(), Is.Zero);

        // Else a cancel would make room, and its reversal would give the first gift again.
        var second = await Pay(3);
        Assert.That((await manager.Get("held-gifts")).Json.GetProperty("items").EnumerateArray().Single().GetProperty("serial").GetString(), Is.EqualTo(second.Serial));
        Assert.That((await host.Post("/v1/jpos/trans/cancelReversal", Form.Cancel(2, 1))).Status, Is.EqualTo("00"));
        await Settle();
        Assert.That((await Ask(2)).Available, Is.EqualTo(5500m));
    }

    [Test]
    public async Task A_held_gift_stays_held_through_a_refund_and_the_reversal_of_a_cancel()
    {
        await Rules("""{"largeGift":100}""");
        var paid = await Pay(1);
        await host.Post("/v1/jpos/trans/cancel", Form.Cancel(2, 1));
        Assert.That((await Decide(paid.Serial, true)).Status, Is.EqualTo(HttpStatusCode.Conflict), "there is nothing to decide on");
        await host.Post("/v1/jpos/trans/cancelReversal", Form.Cancel(2, 1));
        var refund = Form.Query().With("traceNo", "000003").With("oriSerialNo", paid.Serial);
        Assert.That((await host.Post("/v1/jpos/refunds", refund)).Text, Does.Contain("\"returnPersentPoint\":750").And.Contain("\"supplyCash\":0"));
        Assert.That((await Decide(paid.Serial, false)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await host.Post("/v1/jpos/refunds/cancel", refund.With("traceNo", "000004"))).Status, Is.EqualTo("00"));

        await Settle();
        var asked = await Ask(2);
        Assert.That((asked.Balance, asked.Available), Is.EqualTo((1750m, 1000m)), "neither the settlement nor what was undone has released it");
        Assert.That((await Decide(paid.Serial, true))["points"], Is.EqualTo("750"));
        Assert.That((await Ask(2)).Available, Is.EqualTo(1750m));
    }

    [Test]
    public async Task A_gift_that_is_released_waits_for_its_batch_all_the_same()
    {
        await Rules("""{"largeGift":100}""");
        await Decide((await Pay(1)).Serial, true);
        Assert.That((await Ask()).Available, Is.EqualTo(1000m));
        await Settle();
        Assert.That((await Ask(2)).Available, Is.EqualTo(1750m));
    }

    [Test]
    public async Task Of_two_who_decide_at_once_one_does_and_a_replaced_card_keeps_what_is_held()
    {
        await Rules("""{"largeGift":100}""");
        var paid = await Pay(1);
        await manager.Post($"cards/{Form.GoldCard}/replacement", new { newNumber = "9900000000002008", reason = "x" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number =>
            manager.Post($"held-gifts/{paid.Serial}/decision", new { card = "9900000000002008", isApproved = number % 2 == 0, reason = "x" })));
        Assert.That(answers.Select(answer => answer.Status), Is.EquivalentTo([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_reversal_of_a_settled_consume_calls_the_back_office_if_its_gift_is_spent(bool isSpent)
    {
        await Pay(1);
        await Settle();
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: isSpent ? "1750" : "1000", batch: "000002"))).Status, Is.EqualTo("00"));

        // Another gift keeps the balance from falling below zero.
        await Pay(2, batch: 2);
        var reversed = await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, cash: Limit));
        Assert.That((reversed.Status, reversed.Balance), Is.EqualTo(("00", isSpent ? 0m : GiftAtLimit)));
        Assert.That((await manager.Get("alerts?kind=debt")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(isSpent ? 1 : 0));
    }

    [Test]
    public async Task What_does_not_do_is_refused_and_changes_nothing()
    {
        await Rules("""{"largeGift":100}""");
        var (paid, small) = (await Pay(1), await host.Post("/v1/jpos/trans/consume", Form.Consume(2, points: "1")));
        var before = await host.Dump();
        foreach (var (serial, body, status) in new (string, object, HttpStatusCode)[]
        {
            (paid.Serial, new { card = Form.EmptyCard, isApproved = true, reason = "x" }, HttpStatusCode.NotFound),
            (paid.Serial, new { card = Form.GoldCard, reason = "x" }, HttpStatusCode.BadRequest),
            (paid.Serial, new { card = Form.GoldCard, isApproved = true }, HttpStatusCode.BadRequest),
            ("999999999999", new { card = Form.GoldCard, isApproved = true, reason = "x" }, HttpStatusCode.NotFound),
            ("1", new { card = Form.GoldCard, isApproved = true, reason = "x" }, HttpStatusCode.NotFound),
            (small.Serial, new { card = Form.GoldCard, isApproved = true, reason = "x" }, HttpStatusCode.Conflict),
        })
        {
            var refused = await manager.Post($"held-gifts/{serial}/decision", body);
            Assert.That(refused.Status, Is.EqualTo(status), refused.Text);
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    private Task<TerminalAnswerText> Pay(int trace, string cash = Limit, int batch = 1) =>
        host.Post("/v1/jpos/trans/consume", Form.Consume(trace, cash: cash, batch: Form.Six(batch)));

    private Task<TerminalAnswerText> Ask(int batch = 1) => host.Post("/v1/jpos/cards", Form.Query(batch: Form.Six(batch)));

    private Task<BackOfficeAnswer> Decide(string serial, bool isApproved) => manager.Post($"held-gifts/{serial}/decision", new { card = Form.GoldCard, isApproved, reason = "checked" });

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
