using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>The programme's rules and campaigns change through the back office; the next message goes by them, and what was earned stays explained.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class ProgrammeRouteTests(Engine engine)
{
    private JposHost host = null!;
    private BackOfficeClient manager = null!;
    private int trace;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        manager = await BackOfficeClient.Of(host, Role.Manager);
        await host.SignOn(Form.Terminal);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_new_database_begins_with_version_1()
    {
        var programme = await manager.Get("programme");
        Assert.That(programme.Text, Does.StartWith("""{"version":1,"since":""").And.EndWith(
            ""","by":"Jpos:Programme","pointValue":1,"rates":{"green":0.01,"gold":0.015,"platinum":0.02,"diamond":0.03},"giftDecimals":2,"giftRounding":"down","giftValidMonths":24,"pendingDays":7,"giftsAvailableAtOnce":false,"expiryGraceDays":0,"refundWindowDays":30,"refundMayLeaveDebt":false,"adjustmentLimit":1000,"adjustmentLimitOfPerson":10000,"mostPerConsume":50000,"mostGiftsPerDay":100000,"largeGift":5000}"""));
    }

    [Test]
    public async Task The_next_message_goes_by_changed_rules_and_the_last_one_stays_explained()
    {
        var before = await Consume(cash: "100");
        var changed = await Change(rules =>
        {
            rules["rates"]!["gold"] = 0.1m;
            rules["giftDecimals"] = 0;
            rules["giftRounding"] = "nearest";
            rules["pointValue"] = 0.5m;
            rules["giftsAvailableAtOnce"] = true;
        });
        Assert.That((changed.Status, changed["version"], changed["by"]![..12]), Is.EqualTo((HttpStatusCode.OK, "2", "test Manager")), changed.Text);

        var after = await Consume(points: "10", cash: "96");
        Assert.That((before["persentPoint"], after["persentPoint"], after["usePoint"]), Is.EqualTo(("1.5", "10", "20")));
        Assert.That((await Gift(before), await Gift(after)), Is.EqualTo((
            """{"points":1.5,"cash":100,"grade":"gold","rate":0.015,"multiplier":1,"campaign":null,"rules":1,"exact":1.5}""",
            """{"points":10,"cash":96,"grade":"gold","rate":0.1,"multiplier":1,"campaign":null,"rules":2,"exact":9.6}""")));
        var versions = (await manager.Get("programme/versions")).Json.GetProperty("items").EnumerateArray().Select(version => version.GetProperty("version").GetInt32());
        Assert.That(versions, Is.EqualTo([2, 1]));
        Assert.That((await manager.Get("programme/versions?after=2&limit=1")).Json.GetProperty("items")[0].GetProperty("pointValue").GetDecimal(), Is.EqualTo(1m));
        Assert.That(await host.Faults(), Is.Empty);
    }

    [Test]
    public async Task Who_decided_on_older_rules_changes_nothing_and_the_same_rules_make_no_version()
    {
        var seen = (await manager.Get("programme")).Tag;
        Assert.That((await Change(_ => { }))["version"], Is.EqualTo("1"));
        Assert.That((await Change(rules => rules["refundWindowDays"] = 5))["version"], Is.EqualTo("2"));
        Assert.That((await Change(rules => rules["refundWindowDays"] = 6, seen)).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
    }

    [Test]
    public async Task Those_who_change_it_at_once_come_one_after_the_other()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(days => Change(rules => rules["pendingDays"] = days, "*")));
        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(answers.Select(answer => answer["version"]), Is.EquivalentTo(["2", "3", "4", "5", "6", "7"]));
    }

    [Test]
    public async Task A_campaign_multiplies_gifts_and_speaks_until_it_is_called_off()
    {
        var today = DateOnly.FromDateTime(JposHost.Start.AddHours(8).DateTime);
        object Body(bool isCancelled) => new
        {
            name = "会员日",
            multiplier = 2.5m,
            from = today,
            through = today.AddDays(1),
            stores = new[] { Form.Store },
            grades = new[] { "gold" },
            advertisement = "双倍积分",
            isCancelled,
        };
        var campaign = await manager.Post("campaigns", Body(false));
        Assert.That(campaign.Status, Is.EqualTo(HttpStatusCode.Created), campaign.Text);

        var multiplied = await Consume(cash: "100");
        Assert.That((multiplied["persentPoint"], multiplied["advertisement"]), Is.EqualTo(("3.75", "双倍积分")));
        Assert.That(await Gift(multiplied), Is.EqualTo($$"""{"points":3.75,"cash":100,"grade":"gold","rate":0.015,"multiplier":2.5,"campaign":{{campaign["id"]}},"rules":1,"exact":3.75}"""));

        var green = await host.Post("/v1/jpos/trans/consume", Form.Consume(++trace, cash: "100", card: Form.EmptyCard));
        Assert.That((green["persentPoint"], green["advertisement"]), Is.EqualTo(("1", "欢迎参加会员日活动")));

        var calledOff = await manager.Put(campaign.Location!, Body(true), campaign.Tag);
        Assert.That((calledOff.Status, calledOff["isCancelled"]), Is.EqualTo((HttpStatusCode.OK, "True")));
        Assert.That((await Consume(cash: "100"))["persentPoint"], Is.EqualTo("1.5"));
        Assert.That((await manager.Get("campaigns")).Json.GetProperty("items")[0].GetProperty("id").ToString(), Is.EqualTo(campaign["id"]));
    }

    [Test]
    public async Task A_change_of_a_campaign_is_refused_by_existence_before_the_expected_version_and_by_that_before_its_stores()
    {
        object Body(string store) => new { name = "会员日", multiplier = 2, from = "2026-01-01", through = "2026-01-02", stores = new[] { store } };
        const string nowhere = "999999999999999";
        var campaign = await manager.Post("campaigns", Body(Form.Store));
        var current = await manager.Put(campaign.Location!, Body("100000000000002"), campaign.Tag);

        var missing = await manager.Put("campaigns/999999", Body(nowhere), campaign.Tag);
        var stale = await manager.Put(campaign.Location!, Body(nowhere), campaign.Tag);
        var invalid = await manager.Put(campaign.Location!, Body(nowhere), current.Tag);

        Assert.That(
            (current.Status, missing.Status, stale.Status, invalid.Status),
            Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.PreconditionFailed, HttpStatusCode.BadRequest)));
        Assert.That(invalid.Blamed, Is.EqualTo(["stores"]));
    }

    [Test]
    public async Task A_resolved_alert_does_not_silence_the_next_limit_that_is_raised()
    {
        async Task<JsonElement> Open() => (await manager.Get("alerts?kind=limitRaised")).Json.GetProperty("items");
        await manager.Patch("programme", new { largeGift = 7 }, "*");
        await manager.Patch("programme", new { largeGift = 8 }, "*");
        var first = (await Open()).EnumerateArray().Single().GetProperty("id");
        await manager.Post($"alerts/{first}/acknowledgement", new { });
        Assert.That((await manager.Post($"alerts/{first}/resolution", new { note = "agreed" })).Status, Is.EqualTo(HttpStatusCode.OK));

        await manager.Patch("programme", new { largeGift = 9_999_999 }, "*");

        Assert.That((await Open()).GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Limits_that_are_left_out_or_patched_to_null_are_the_defaults_and_raising_one_calls_the_back_office()
    {
        string[] limits = ["adjustmentLimitOfPerson", "mostPerConsume", "mostGiftsPerDay", "largeGift"];
        async Task<string> Limits()
        {
            var programme = await manager.Get("programme");
            return string.Join(' ', limits.Select(limit => programme[limit]));
        }

        async Task<int> Alerts() => (await manager.Get("alerts?kind=limitRaised")).Json.GetProperty("items").GetArrayLength();
        foreach (var limit in limits)
        {
            await manager.Patch("programme", new Dictionary<string, object> { [limit] = 7 }, "*");
        }

        Assert.That((await Limits(), await Alerts()), Is.EqualTo(("7 7 7 7", 0)), "lower limits call nobody");
        Assert.That((await manager.Patch("programme", new { pendingDays = 3 }, "*"))["largeGift"], Is.EqualTo("7"), "a patch leaves the others");
        Assert.That((await manager.Patch("programme", new { largeGift = (int?)null }, "*"))["largeGift"], Is.EqualTo("5000"));
        Assert.That(await Alerts(), Is.EqualTo(1));
        await Change(rules => limits.ToList().ForEach(limit => rules.Remove(limit)));
        Assert.That(await Limits(), Is.EqualTo("10000 50000 100000 5000"));
    }

    [Test]
    public async Task A_point_that_is_worth_more_is_an_alert_and_a_resolved_alert_silences_none()
    {
        async Task<System.Text.Json.JsonElement> Alerts() => (await manager.Get("alerts?kind=limitRaised")).Json.GetProperty("items");

        await manager.Patch("programme", new { pointValue = 0.5 }, "*");
        Assert.That((await Alerts()).GetArrayLength(), Is.Zero);
        await manager.Patch("programme", new { pointValue = 10000 }, "*");
        var alerts = await Alerts();
        Assert.That(alerts.GetArrayLength(), Is.EqualTo(1));
        await manager.Patch("programme", new { largeGift = 6000 }, "*");
        Assert.That((await Alerts()).GetArrayLength(), Is.EqualTo(1), "an open one is enough");
        await manager.Post($"alerts/{alerts[0].GetProperty("id").GetInt64()}/resolution", new { note = "looked into" });
        Assert.That((await Alerts()).GetArrayLength(), Is.Zero);
        await manager.Patch("programme", new { largeGift = 9000000 }, "*");
        Assert.That((await Alerts()).GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_another_host_changes_is_seen_within_two_seconds()
    {
        await host.InDatabase(async db =>
        {
            db.ProgrammeVersions.Add(new Domain.Programmes.ProgrammeVersion(2, new() { GoldRate = 0.5m }, JposHost.Start.UtcDateTime, "another host"));
            await db.SaveChangesAsync();
        });
        Assert.That((await Consume(cash: "100"))["persentPoint"], Is.EqualTo("1.5"));
        host.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.That((await Consume(cash: "100"))["persentPoint"], Is.EqualTo("50"));
    }

    [Test]
    public async Task What_does_not_do_is_named_and_changes_nothing()
    {
        var before = await host.Dump();
        foreach (var (change, field) in new (Action<JsonObject> Change, string Field)[]
        {
            (rules => rules.Remove("pointValue"), "pointValue"),
            (rules => rules["pointValue"] = 0, "pointValue"),
            (rules => rules["pointValue"] = 0.015m, "pointValue"),
            (rules => rules.Remove("rates"), "rates"),
            (rules => rules["rates"]!["gold"] = 1.1m, "rates.gold"),
            (rules => rules["rates"]!["green"] = 0.0000001m, "rates.green"),
            (rules => rules["rates"]!.AsObject().Remove("diamond"), "rates.diamond"),
            (rules => rules["giftDecimals"] = 3, "giftDecimals"),
            (rules => rules["giftRounding"] = "up", "giftRounding"),
            (rules => rules["giftValidMonths"] = 0, "giftValidMonths"),
            (rules => rules["pendingDays"] = -1, "pendingDays"),
            (rules => rules.Remove("giftsAvailableAtOnce"), "giftsAvailableAtOnce"),
            (rules => rules["expiryGraceDays"] = 3651, "expiryGraceDays"),
            (rules => rules["refundWindowDays"] = -1, "refundWindowDays"),
            (rules => rules.Remove("refundMayLeaveDebt"), "refundMayLeaveDebt"),
            (rules => rules["adjustmentLimit"] = -1, "adjustmentLimit"),
            (rules => rules["adjustmentLimitOfPerson"] = -1, "adjustmentLimitOfPerson"),
            (rules => rules["mostPerConsume"] = 0.001m, "mostPerConsume"),
            (rules => rules["mostGiftsPerDay"] = 10_000_000_000m, "mostGiftsPerDay"),
            (rules => rules["largeGift"] = -0.01m, "largeGift"),
            (rules => rules["version"] = 7, "version"),
        })
        {
            var refused = await Change(change);
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), refused.Text);
        }

        foreach (var (body, field) in new (string, string)[]
        {
            ("""{"multiplier":2,"from":"2026-01-01","through":"2026-01-02"}""", "name"),
            ("""{"name":"x","from":"2026-01-01","through":"2026-01-02"}""", "multiplier"),
            ("""{"name":"x","multiplier":100.1,"from":"2026-01-01","through":"2026-01-02"}""", "multiplier"),
            ("""{"name":"x","multiplier":2,"through":"2026-01-02"}""", "from"),
            ("""{"name":"x","multiplier":2,"from":"2026-01-03","through":"2026-01-02"}""", "through"),
            ("""{"name":"x","multiplier":2,"from":"2026-01-01","through":"2026-01-02","stores":["nowhere"]}""", "stores"),
            ("""{"name":"x","multiplier":2,"from":"2026-01-01","through":"2026-01-02","stores":[""]}""", "stores"),
            ("""{"name":"x","multiplier":2,"from":"2026-01-01","through":"2026-01-02","grades":["silver"]}""", "grades[0]"),
        })
        {
            var refused = await manager.Post("campaigns", body);
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{body}: {refused.Text}");
        }

        Assert.That((await manager.Get("programme/versions?after=x")).Blamed, Is.EqualTo(["after"]));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    private async Task<TerminalAnswerText> Consume(string points = "0", string cash = "0") => await host.Post("/v1/jpos/trans/consume", Form.Consume(++trace, points: points, cash: cash));

    private async Task<string> Gift(TerminalAnswerText consume) => (await manager.Get($"transactions/{consume["serialNo"]}")).Json.GetProperty("gift").GetRawText();

    private async Task<BackOfficeAnswer> Change(Action<JsonObject> change, string? seen = null)
    {
        var now = await manager.Get("programme");
        var rules = JsonNode.Parse(now.Text)!.AsObject();
        foreach (var field in (string[])["version", "since", "by"])
        {
            rules.Remove(field);
        }

        change(rules);
        return await manager.Put("programme", rules.ToJsonString(), seen ?? now.Tag);
    }
}
