using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Points are added and taken by hand; above a limit a second person decides.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class AdjustmentTests(Engine engine)
{
    private JposHost host = null!;
    private BackOfficeClient clerk = null!;
    private BackOfficeClient manager = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        (clerk, manager) = (await BackOfficeClient.Of(host, Role.Operator), await BackOfficeClient.Of(host, Role.Manager));
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Up_to_the_limit_of_a_day_points_move_at_once()
    {
        var added = await Adjust(600m, expiresOn: "2026-12-31");
        Assert.That((added.Status, added["state"], added["points"], added["decidedBy"]), Is.EqualTo((HttpStatusCode.Created, "applied", "600", "")), added.Text);
        var taken = await Adjust(-400m);
        Assert.That((taken["state"], await Balance()), Is.EqualTo(("applied", "1200")), taken.Text);

        var entry = (await clerk.Get($"transactions/{taken["serial"]}")).Json;
        Assert.That((entry.GetProperty("operation").GetString(), entry.GetProperty("entries").GetArrayLength()), Is.EqualTo(("adjustment", 1)));

        // 600 and 400 are the 1000 of a day, whichever way they went.
        Assert.That((await Adjust(0.01m))["state"], Is.EqualTo("pending"));
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.That((await Adjust(0.01m))["state"], Is.EqualTo("applied"));
        Assert.That(await host.Faults(), Is.Empty);
    }

    [TestCase(600, "600", "0")]
    [TestCase(-400, "0", "400")]
    public async Task A_list_and_an_export_show_the_points_of_an_adjustment(decimal points, string awarded, string used)
    {
        var serial = (await Adjust(points))["serial"];
        var listed = (await clerk.Get($"transactions?card={Form.GoldCard}&operation=adjustment")).Json.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("serial").GetString() == serial);
        Assert.That((listed.GetProperty("awarded").ToString(), listed.GetProperty("used").ToString()), Is.EqualTo((awarded, used)));
        var export = await manager.Get("exports/transactions?from=2026-01-01&to=2027-01-01&bom=false");
        var lines = export.Text.Split("\r\n");
        var (columns, row) = (lines[0].Split(','), lines.Single(line => line.StartsWith(serial!, StringComparison.Ordinal)).Split(','));
        Assert.That((row[Array.IndexOf(columns, "awarded")], row[Array.IndexOf(columns, "used")]), Is.EqualTo((awarded, used)), export.Text);
    }

    [Test]
    public async Task An_opening_balance_shows_its_points()
    {
        var made = await manager.Post("cards", new { number = "9900000000003006", product = 1, openingBalance = 12.5m });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        var opening = (await clerk.Get("transactions?card=9900000000003006")).Json.GetProperty("items").EnumerateArray().Single();
        Assert.That((opening.GetProperty("awarded").GetDecimal(), opening.GetProperty("used").GetDecimal()), Is.EqualTo((12.5m, 0m)));
    }

    [Test]
    public async Task Above_the_limit_a_second_person_decides_once()
    {
        var waiting = await Adjust(5000m, by: manager);
        Assert.That((waiting["state"], waiting["serial"], await Balance()), Is.EqualTo(("pending", "", "1000")), waiting.Text);
        Assert.That((await Decide(waiting, true, manager)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await clerk.Get("adjustments?state=pending")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));

        var other = await BackOfficeClient.Of(host, Role.Administrator);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Decide(waiting, true, other)));
        Assert.That(answers.Select(answer => answer.Status), Is.EquivalentTo([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict]));
        var done = await clerk.Get(waiting.Location!);
        Assert.That((done["state"], done["decidedBy"]![..18], done["decision"], await Balance()), Is.EqualTo(("applied", "test Administrator", "because", "6000")), done.Text);

        // What a second person approved counts for nobody's limit.
        Assert.That((await Adjust(1000m))["state"], Is.EqualTo("applied"));
        Assert.That((await clerk.Get($"adjustments?card={Form.GoldCard}&limit=1")).Json.GetProperty("next").GetString(), Is.Not.Null);
        Assert.That((await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Get("audit")).Text, Does.Contain("DecideAdjustment").And.Contain("990000******0010").And.Not.Contain(Form.GoldCard));
    }

    [Test]
    public async Task Keys_that_were_made_by_one_another_never_approve_each_others_requests()
    {
        var administrator = await BackOfficeClient.Of(host, Role.Administrator);
        var (own, maker) = (await Key(administrator), await Key(administrator, "administrator"));
        var grandchild = await Key(maker);
        foreach (var (asker, approver) in new[] { (administrator, own), (own, administrator), (administrator, grandchild), (grandchild, own), (own, maker), (own, own) })
        {
            var waiting = await Adjust(5000m, by: asker);
            var refused = await Decide(waiting, true, approver);
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Forbidden), refused.Text);
            Assert.That((await clerk.Get(waiting.Location!))["state"], Is.EqualTo("pending"));
        }

        var others = await Adjust(5000m);
        Assert.That((await Decide(others, true, grandchild))["state"], Is.EqualTo("applied"), "the key is good for what another person asked");
    }

    [Test]
    public async Task A_chain_of_keys_is_one_person_also_when_its_root_is_revoked()
    {
        var administrator = await BackOfficeClient.Of(host, Role.Administrator);
        var (first, second) = (await Key(administrator), await Key(administrator, "administrator"));
        var person = (await second.Get("api-keys?limit=200")).Json.GetProperty("items").EnumerateArray().Single(key => key.GetProperty("name").GetString() == "test Administrator");
        await second.Post($"api-keys/{person.GetProperty("id").GetString()}/revocation", new { });
        Assert.That((await Decide(await Adjust(5000m, by: first), true, second)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_key_that_is_made_at_the_machine_later_is_a_second_person()
    {
        var waiting = await Adjust(5000m, by: manager);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var later = await BackOfficeClient.Of(host, Role.Manager);
        Assert.That((await Decide(waiting, true, later))["state"], Is.EqualTo("applied"));
    }

    [Test]
    public async Task Above_the_daily_sum_of_a_person_over_all_cards_a_different_person_decides()
    {
        var administrator = await BackOfficeClient.Of(host, Role.Administrator);
        await Limits("""{"adjustmentLimit":4000,"adjustmentLimitOfPerson":5000}""");
        host.Time.Advance(TimeSpan.FromDays(1));
        var key = await Key(administrator);
        Assert.That((await Adjust(4000m, by: administrator))["state"], Is.EqualTo("applied"));
        Assert.That((await Adjust(600m, Form.EmptyCard, by: key))["state"], Is.EqualTo("applied"), "another key of the same person");
        Assert.That((await Adjust(-500m, Form.EmptyCard, by: key))["state"], Is.EqualTo("pending"), "what is taken makes no room");
        Assert.That((await Adjust(400.01m, Form.PinCard, by: administrator))["state"], Is.EqualTo("pending"));
        Assert.That((await Adjust(400m, Form.PinCard, by: administrator))["state"], Is.EqualTo("applied"));
        Assert.That((await Adjust(400m, Form.EmptyCard))["state"], Is.EqualTo("applied"), "another person");
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.That((await Adjust(400m, Form.PinCard, by: administrator))["state"], Is.EqualTo("applied"), "another day");
        Assert.That(await host.Faults(), Is.Empty);
    }

    [Test]
    public async Task What_a_different_person_approved_counts_for_who_asked_and_for_nobody_else()
    {
        await Decide(await Adjust(9500m, by: manager), true, await BackOfficeClient.Of(host, Role.Manager));
        Assert.That((await Adjust(500.01m, Form.EmptyCard, by: manager))["state"], Is.EqualTo("pending"));
        Assert.That((await Adjust(500m, Form.EmptyCard, by: manager))["state"], Is.EqualTo("applied"));
        await Decide(await Adjust(9500m), false, manager);
        Assert.That((await Adjust(1000m))["state"], Is.EqualTo("applied"), "what was refused does not count");
    }

    [Test]
    public async Task Requests_at_the_same_instant_never_exceed_the_daily_sum_whatever_keys_the_person_uses()
    {
        var administrator = await BackOfficeClient.Of(host, Role.Administrator);
        await Limits("""{"adjustmentLimit":10000,"adjustmentLimitOfPerson":500}""");
        host.Time.Advance(TimeSpan.FromDays(1));
        BackOfficeClient[] keys = [administrator, await Key(administrator), await Key(administrator)];
        string[] cards = [Form.GoldCard, Form.PinCard, Form.EmptyCard];
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Adjust(100m, cards[number / 3 % 3], by: keys[number % 3])));
        Assert.That(answers.Count(answer => answer["state"] == "applied"), Is.EqualTo(5));
        Assert.That(answers.Count(answer => answer["state"] == "pending"), Is.EqualTo(7));
        Assert.That(await host.Faults(), Is.Empty);
    }

    [Test]
    public async Task What_an_import_brings_along_counts_for_the_daily_sum_of_who_imports_it()
    {
        await manager.Post("imports/cards", "number,product,openingBalance\n9900000000002008,1,9000\n9900000000003006,1,20000\n"u8.ToArray());
        Assert.That(await Alerts(), Is.EqualTo(1));
        Assert.That((await Adjust(1m, by: manager))["state"], Is.EqualTo("pending"));
        Assert.That((await Adjust(1m))["state"], Is.EqualTo("applied"));
        Assert.That((await manager.Post("cards", new { number = "9900000000001000", product = 1, openingBalance = 1 })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Tickets_of_any_worth_are_issued_and_imported_and_call_the_back_office()
    {
        var kind = (await manager.Post("ticket-kinds", new { name = "券", type = "voucher", face = 9_999_999_999.99m, validDays = 30 }))["id"];
        var issued = await manager.Post($"ticket-kinds/{kind}/issues", new { cards = new[] { Form.GoldCard, Form.EmptyCard }, pieces = 999_999, reason = "x" });
        Assert.That((issued.Status, await Alerts()), Is.EqualTo((HttpStatusCode.OK, 1)), issued.Text);
        host.Time.Advance(TimeSpan.FromHours(2));
        var file = System.Text.Encoding.UTF8.GetBytes($"card,kind,pieces\n{Form.GoldCard},{kind},999999\n{Form.GoldCard},{kind},999999\n");
        Assert.That(((await manager.Post("imports/tickets", file))["accepted"], await Alerts()), Is.EqualTo(("2", 2)));
    }

    [Test]
    public async Task Opening_balances_count_for_the_daily_sum_of_the_person_and_are_refused_above_it()
    {
        var issued = await manager.Post("cards", new { number = "9900000000001000", product = 1, openingBalance = 9999 });
        Assert.That(issued.Status, Is.EqualTo(HttpStatusCode.Created), issued.Text);
        var before = await host.Dump();
        var refused = await manager.Post("cards/ranges", new { first = "9900000000004004", count = 2, product = 1, openingBalance = 0.51m });
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Forbidden), refused.Text);
        Assert.That(refused["detail"], Does.StartWith("openingBalance exceeds your daily limit"));
        Assert.That((await manager.Post("cards", new { number = "9900000000002008", product = 1, openingBalance = 1.01m })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await host.Dump(), Is.EqualTo(before));
        Assert.That((await Adjust(1.01m, by: manager))["state"], Is.EqualTo("pending"));
        Assert.That((await manager.Post("cards", new { number = "9900000000002008", product = 1, openingBalance = 1m })).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task An_import_with_opening_balances_and_tickets_above_the_limit_raise_an_alert()
    {
        await manager.Post("imports/cards", "number,product\n9900000000003006,1\n"u8.ToArray());
        Assert.That(await Alerts(), Is.Zero, "no points");
        await manager.Post("imports/cards", "number,product,openingBalance\n9900000000002008,1,5\n"u8.ToArray());
        Assert.That(await Alerts(), Is.EqualTo(1));

        host.Time.Advance(TimeSpan.FromHours(2));
        var kind = (await manager.Post("ticket-kinds", new { name = "券", type = "voucher", face = 6000, validDays = 30 }))["id"];
        await manager.Post($"ticket-kinds/{kind}/issues", new { cards = new[] { Form.GoldCard }, pieces = 1, reason = "x" });
        Assert.That(await Alerts(), Is.EqualTo(1), "within the limit");
        await manager.Post($"ticket-kinds/{kind}/issues", new { cards = new[] { Form.EmptyCard }, pieces = 1, reason = "x" });
        Assert.That(await Alerts(), Is.EqualTo(2));
    }

    [Test]
    public async Task Who_raises_the_limit_waits_a_day_before_it_counts()
    {
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await Limits("""{"adjustmentLimit":5000,"adjustmentLimitOfPerson":1000000}""");
        Assert.That((await Adjust(1500m, by: manager))["state"], Is.EqualTo("pending"));
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.That((await Adjust(1500m, by: manager))["state"], Is.EqualTo("applied"));
    }

    [Test]
    public async Task What_nobody_decides_on_in_time_has_lapsed()
    {
        var (waiting, refused) = (await Adjust(5000m), await Adjust(6000m));
        await Decide(refused, false, manager);
        host.Time.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        var last = await Adjust(7000m);
        Assert.That((await States(""), await States("?state=pending"), await States("?state=expired")), Is.EqualTo(("pending refused pending", "pending pending", "")));

        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await States(""), await States("?state=pending"), await States("?state=expired")), Is.EqualTo(("pending refused expired", "pending", "expired")));
        Assert.That((await clerk.Get(waiting.Location!))["state"], Is.EqualTo("expired"));
        var before = await host.Dump();
        foreach (var isApproved in (bool[])[true, false])
        {
            var late = await Decide(waiting, isApproved, manager);
            Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict), late.Text);
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
        Assert.That((await Decide(last, true, manager))["state"], Is.EqualTo("applied"));
    }

    [Test]
    public async Task What_is_refused_moves_nothing_for_good()
    {
        var waiting = await Adjust(-1000.5m);
        Assert.That((await Decide(waiting, false, manager))["state"], Is.EqualTo("refused"));
        Assert.That((await Decide(waiting, true, manager)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await Balance(), Is.EqualTo("1000"));
    }

    [Test]
    public async Task More_than_a_card_has_cannot_be_taken()
    {
        var before = await host.Dump();
        var refused = await Adjust(-0.01m, card: Form.EmptyCard);
        Assert.That((refused.Status, refused.Blamed), Is.EqualTo((HttpStatusCode.Conflict, (string[])["points"])), refused.Text);
        Assert.That(await host.Dump(), Is.EqualTo(before));

        var waiting = await Adjust(-1000.01m);
        Assert.That((await Decide(waiting, true, manager)).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await clerk.Get(waiting.Location!))["state"], Is.EqualTo("pending"));
    }

    [Test]
    public async Task What_does_not_do_is_named_and_changes_nothing()
    {
        var waiting = await Adjust(5000m);
        var before = await host.Dump();
        foreach (var (body, field) in new (string, string)[]
        {
            ("""{"points":1,"reason":"x"}""", "card"),
            ("""{"card":"x","points":1,"reason":"x"}""", "card"),
            ($$"""{"card":"{{Form.GoldCard}}","reason":"x"}""", "points"),
            ($$"""{"card":"{{Form.GoldCard}}","points":0,"reason":"x"}""", "points"),
            ($$"""{"card":"{{Form.GoldCard}}","points":0.001,"reason":"x"}""", "points"),
            ($$"""{"card":"{{Form.GoldCard}}","points":1}""", "reason"),
            ($$"""{"card":"{{Form.GoldCard}}","points":1,"reason":"for {{Form.GoldCard}}"}""", "reason"),
            ($$"""{"card":"{{Form.GoldCard}}","points":1,"reason":"x","expiresOn":"2020-01-01"}""", "expiresOn"),
            ($$"""{"card":"{{Form.GoldCard}}","points":-1,"reason":"x","expiresOn":"2030-01-01"}""", "expiresOn"),
        })
        {
            var refused = await clerk.Post("adjustments", body);
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{body}: {refused.Text}");
        }

        foreach (var (body, status) in new (string, HttpStatusCode)[]
        {
            ($$"""{"card":"{{Form.EmptyCard}}","isApproved":true,"reason":"x"}""", HttpStatusCode.NotFound),
            ($$"""{"card":"{{Form.GoldCard}}","reason":"x"}""", HttpStatusCode.BadRequest),
            ($$"""{"card":"{{Form.GoldCard}}","isApproved":true}""", HttpStatusCode.BadRequest),
        })
        {
            Assert.That((await manager.Post($"{waiting.Location}/decision", body)).Status, Is.EqualTo(status), body);
        }

        Assert.That((await clerk.Post("adjustments", new { card = "9900000000001000", points = 1, reason = "x" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    private Task<BackOfficeAnswer> Adjust(decimal points, string card = Form.GoldCard, string? expiresOn = null, BackOfficeClient? by = null) =>
        (by ?? clerk).Post("adjustments", new { card, points, expiresOn, reason = "a mistake at the till" });

    /// <summary>The states of what is listed, the newest first.</summary>
    private async Task<string> States(string query) =>
        string.Join(' ', (await clerk.Get($"adjustments{query}")).Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("state").GetString()));

    private async Task<BackOfficeClient> Key(BackOfficeClient maker, string role = "manager") => new(host.Http, (await maker.Post("api-keys", new { name = "another", role }))["key"]);

    private async Task<int> Alerts() => (await clerk.Get("alerts?kind=pointsCreated")).Json.GetProperty("items").GetArrayLength();

    /// <summary>Gives the programme some other rules.</summary>
    private async Task Limits(string changes)
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

    private static Task<BackOfficeAnswer> Decide(BackOfficeAnswer waiting, bool isApproved, BackOfficeClient by) =>
        by.Post($"{waiting.Location}/decision", new { card = Form.GoldCard, isApproved, reason = "because" });

    private async Task<string?> Balance() => (await clerk.Get($"cards/{Form.GoldCard}"))["balance"];
}
