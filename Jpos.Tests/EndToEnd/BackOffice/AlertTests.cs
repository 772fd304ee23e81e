using System.Net;
using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Alerts are raised once for each cause, and one person takes and resolves them.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class AlertTests(Engine engine)
{
    private JposHost host = null!;
    private BackOfficeClient clerk = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        clerk = await BackOfficeClient.Of(host, Role.Operator);
        await host.SignOn(Form.Terminal);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task An_unequal_batch_is_an_alert_once()
    {
        var alert = await RaiseOne();
        await host.Post("/v1/jpos/trans/settle", Settle);
        var batch = (await clerk.Walk($"batches?terminal={Form.Terminal}&state=unequal")).Single();
        Assert.That((await clerk.Walk("alerts")).Select(item => item.GetProperty("id").GetInt64()), Is.EqualTo([alert]));
        var seen = await clerk.Get($"alerts/{alert}");
        Assert.That(
            (seen["kind"], seen["store"], seen["batch"], seen["state"], seen.Json.GetProperty("transaction").ValueKind),
            Is.EqualTo(("unequalBatch", Form.Store, batch.GetProperty("id").ToString(), "open", JsonValueKind.Null)));
        Assert.That(batch.GetProperty("settlement").GetProperty("difference").GetProperty("pointDebitAmount").GetDecimal(), Is.EqualTo(12.5m));
    }

    [Test]
    public async Task An_equal_batch_is_none()
    {
        await host.Post("/v1/jpos/trans/settle", Form.Settle());
        Assert.That((await clerk.Walk("alerts"), await clerk.Walk($"batches?store={Form.Store}&state=unequal")), Is.EqualTo((Array.Empty<JsonElement>(), Array.Empty<JsonElement>())));
        Assert.That((await clerk.Walk($"batches?store={Form.Store}&state=settled")).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_gift_that_is_taken_back_after_it_was_spent_leaves_a_debt_and_an_alert()
    {
        var earning = Form.Consume(1, cash: "10000", card: Form.EmptyCard);
        await host.Post("/v1/jpos/trans/consume", earning);
        await host.Post("/v1/jpos/trans/settle", Form.Settle().With("pointDebitCount", "1").With("totalTransCount", "1"));
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "100", card: Form.EmptyCard, batch: "000002"));
        await host.Post("/v1/jpos/trans/consumeReversal", earning);
        await host.Post("/v1/jpos/trans/consumeReversal", earning);

        var debt = (await clerk.Walk("alerts?kind=debt")).Single();
        var undoing = await clerk.Get($"transactions/{debt.GetProperty("transaction")}");
        Assert.That((undoing["isReversal"], undoing["card"], debt.GetProperty("store").GetString()), Is.EqualTo(("True", "990000******0077", Form.Store)));
        Assert.That((await clerk.Walk("alerts?limit=1")).Select(item => item.GetProperty("kind").GetString()), Is.EquivalentTo(["debt", "lateReversal"]));
    }

    [Test]
    public async Task Who_takes_an_alert_has_it_until_it_is_resolved()
    {
        var alert = await RaiseOne();
        var other = await BackOfficeClient.Of(host, Role.Manager);
        var taken = await clerk.Post($"alerts/{alert}/acknowledgement", new { });
        Assert.That((taken.Status, taken["state"], taken["assignee"]!.StartsWith("test Operator (", StringComparison.Ordinal), taken["acknowledgedAt"]), Is.EqualTo((HttpStatusCode.OK, "acknowledged", true, "2026-03-02T04:00:00Z")));

        var late = await other.Post($"alerts/{alert}/acknowledgement", new { });
        Assert.That((late.Status, late["detail"]), Is.EqualTo((HttpStatusCode.Conflict, $"The alert was acknowledged by {taken["assignee"]}. They or another person can release it.")));
        Assert.That((await other.Post($"alerts/{alert}/resolution", new { note = "not mine" })).Status, Is.EqualTo(HttpStatusCode.Conflict));

        var resolved = await clerk.Post($"alerts/{alert}/resolution", new { note = "the till was wrong" });
        Assert.That((resolved.Status, resolved["state"], resolved["note"]), Is.EqualTo((HttpStatusCode.OK, "resolved", "the till was wrong")));
        Assert.That((await other.Post($"alerts/{alert}/acknowledgement", new { })).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await other.Post($"alerts/{alert}/release", new { })).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(((await clerk.Walk("alerts")).Count, (await clerk.Walk("alerts?state=resolved")).Count, (await clerk.Walk("alerts?state=resolved&kind=debt")).Count), Is.EqualTo((0, 1, 0)));

        var log = await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Walk($"audit?subject=alerts/{alert}");
        Assert.That(log.Select(entry => entry.GetProperty("action").GetString()), Is.EqualTo(["ResolveAlert", "AcknowledgeAlert"]));
    }

    [TestCase("serial 100000000123 was wrong", true)]
    [TestCase("serial 999999999999 and 990000000005", true, Description = "12 digits are a serial number")]
    [TestCase("call 13800000001, order 4929123456781", true)]
    [TestCase("9900000000000011", true, Description = "its check digit is wrong")]
    [TestCase("6200000000000005", true, Description = "no product has this prefix")]
    [TestCase("99000000000000109", true, Description = "no product has 17 digits")]
    [TestCase("card 9900000000000010", false)]
    [TestCase("卡9900000000000010号", false)]
    [TestCase("9900 0000 0000 0010", false)]
    [TestCase("of 9900-0000-0000-0010.", false)]
    public async Task A_note_may_hold_serial_numbers_but_no_card_number(string note, bool isKept)
    {
        var alert = await RaiseOne();
        var resolved = await clerk.Post($"alerts/{alert}/resolution", new { note });
        Assert.That((resolved.Status, resolved.Blamed.SingleOrDefault()), Is.EqualTo(isKept ? (HttpStatusCode.OK, null) : (HttpStatusCode.BadRequest, "note")), resolved.Text);

        // The number of a trace may have any digits.
        Assert.That(resolved.Text.Split("\"traceId\"")[0], isKept ? Does.Contain(note) : Does.Not.Contain("0010"));
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var frozen = await manager.Post($"cards/{Form.GoldCard}/state", new { state = "frozen", reason = note });
        Assert.That((frozen.Status, frozen.Blamed.SingleOrDefault()), Is.EqualTo(isKept ? (HttpStatusCode.OK, null) : (HttpStatusCode.BadRequest, "reason")), frozen.Text);
    }

    [Test]
    public async Task A_card_number_of_earlier_rules_of_its_product_is_still_found()
    {
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        foreach (var product in (await manager.Get("card-products")).Json.GetProperty("items").EnumerateArray())
        {
            var changed = await manager.Patch($"card-products/{product.GetProperty("id")}", new { numberLengths = new[] { 19 }, numberPrefixes = new[] { "62" } }, "*");
            Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.Text);
        }

        var alert = await RaiseOne();
        foreach (var note in (string[])["card 9900000000000010", "9900 0000 0000 0010", "９９００００００００００００１０"])
        {
            Assert.That((await clerk.Post($"alerts/{alert}/resolution", new { note })).Blamed, Is.EqualTo(["note"]), note);
        }

        Assert.That((await clerk.Post($"alerts/{alert}/resolution", new { note = "no card: 9900000000000101" })).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Raising_or_taking_away_a_terminals_own_limit_raises_an_alert_about_it()
    {
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        async Task<int> After(object patch)
        {
            var changed = await manager.Patch($"terminals/{Form.Terminal}", patch, "*");
            Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.Text);
            return await Resolve(manager, "limitRaised", Form.Terminal);
        }

        Assert.That(await After(new { mostPerConsume = 100, mostGiftsPerDay = 10 }), Is.Zero);
        Assert.That(await After(new { mostPerConsume = 99.99 }), Is.Zero);
        Assert.That(await After(new { mostPerConsume = 100 }), Is.EqualTo(1));
        Assert.That(await After(new { mostGiftsPerDay = 10.01 }), Is.EqualTo(1));
        Assert.That(await After(new { mostPerConsume = (int?)null }), Is.EqualTo(1), "the programme's is higher");
        Assert.That(await After(new { mostPerConsume = 5 }), Is.Zero);
    }

    [Test]
    public async Task Raising_a_products_own_limit_and_turning_its_PIN_off_raise_alerts()
    {
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var product = (await manager.Post("card-products", new { name = "x", requiresPin = true, mostPerConsume = 100, mostConsumesPerDay = 3 })).Location!;
        async Task<(int Raised, int PinOff)> After(object patch)
        {
            var changed = await manager.Patch(product, patch, "*");
            Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.Text);
            return (await Resolve(manager, "limitRaised", ""), await Resolve(manager, "pinTurnedOff", ""));
        }

        Assert.That(await After(new { name = "y", mostPerConsume = 99 }), Is.EqualTo((0, 0)));
        Assert.That(await After(new { mostPerConsume = 100 }), Is.EqualTo((1, 0)));
        Assert.That(await After(new { mostConsumesPerDay = 4 }), Is.EqualTo((1, 0)));
        Assert.That(await After(new { mostConsumesPerDay = (int?)null, requiresPin = false }), Is.EqualTo((1, 1)));
        Assert.That(await After(new { requiresPin = true }), Is.EqualTo((0, 0)));
    }

    private static async Task<int> Resolve(BackOfficeClient manager, string kind, string terminal)
    {
        var open = await manager.Walk($"alerts?kind={kind}");
        Assert.That(open.Select(alert => alert.GetProperty("terminal").ToString()), Has.All.EqualTo(terminal));
        foreach (var alert in open)
        {
            await manager.Post($"alerts/{alert.GetProperty("id")}/resolution", new { note = "seen" });
        }

        return open.Count;
    }

    [Test]
    public async Task An_alert_that_is_given_back_is_anybodys()
    {
        var alert = await RaiseOne();
        var other = await BackOfficeClient.Of(host, Role.Manager);
        Assert.That((await clerk.Post($"alerts/{alert}/release", new { })).Status, Is.EqualTo(HttpStatusCode.Conflict));
        await clerk.Post($"alerts/{alert}/acknowledgement", new { });
        var released = await other.Post($"alerts/{alert}/release", new { });
        Assert.That((released["state"], released.Json.GetProperty("assignee").ValueKind), Is.EqualTo(("open", JsonValueKind.Null)));
        Assert.That((await other.Post($"alerts/{alert}/resolution", new { note = "done" })).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Of_many_who_take_an_alert_at_once_one_has_it()
    {
        var alert = await RaiseOne();
        var clerks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => BackOfficeClient.Of(host, Role.Operator)));
        var answers = await Task.WhenAll(clerks.Select(each => each.Post($"alerts/{alert}/acknowledgement", new { })));
        Assert.That(answers.Count(answer => answer.Status is HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status is not HttpStatusCode.OK).Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Conflict));
    }

    private static Form Settle => Form.Settle().With("pointDebitCount", "1").With("pointDebitAmount", "12.50").With("totalTransCount", "1");

    private async Task<long> RaiseOne()
    {
        await host.Post("/v1/jpos/trans/settle", Settle);
        return (await clerk.Walk("alerts")).Single().GetProperty("id").GetInt64();
    }
}
