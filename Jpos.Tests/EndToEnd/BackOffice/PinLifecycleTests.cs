using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>The security officer issues, changes and unlocks PINs; nobody else ever sees one.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class PinLifecycleTests(Engine engine)
{
    private const string Path = "/v1/jpos/trans/consume";
    private const string NewCard = "9900000000001000";
    private const string Unlock = $"cards/{Form.PinCard}/pin/unlock";
    private const string Pin = $"cards/{Form.PinCard}/pin";

    private JposHost host = null!;
    private BackOfficeClient officer = null!;
    private PosTerminal terminal = null!;
    private int trace;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        officer = await BackOfficeClient.Of(host, Role.SecurityOfficer);
        terminal = await PosTerminal.SignOn(host, Form.Terminal);
        trace = 0;
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_new_card_whose_product_asks_for_a_pin_spends_once_it_has_one()
    {
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var product = (await manager.Get($"cards/{Form.PinCard}")).Json.GetProperty("product").GetInt64();
        var member = (await manager.Post("members", new { name = "钱十" })).Json.GetProperty("id").GetInt64();
        await manager.Post("cards", new { number = NewCard, product, member, openingBalance = 100 });
        var before = await Pay(null, NewCard);
        var cash = await host.Post(Path, Form.Consume(++trace, "0", "10", NewCard));

        var issued = await officer.Post($"cards/{NewCard}/pin", new { reason = "first PIN" });
        var pin = issued["pin"]!;

        Assert.That((before.Status, cash.Status, issued.Status), Is.EqualTo(("57", "00", HttpStatusCode.OK)), issued.Text);
        Assert.That(before.Text, Does.Contain("The card has no PIN yet. Its product requires one to spend points or vouchers."));
        Assert.That(pin, Does.Match("^[0-9]{6}$"));
        Assert.That((await Pay(null, NewCard)).Status, Is.EqualTo("30"));
        Assert.That((await Pay(pin, NewCard)).Status, Is.EqualTo("00"));
        Assert.That((await officer.Get($"cards/{NewCard}"))["hasPin"], Is.EqualTo("True"));
    }

    [Test]
    public async Task A_made_pin_takes_the_place_of_the_old_one_and_is_kept_nowhere()
    {
        var changed = await officer.Post(Pin, new { reason = "forgotten" });
        var pin = changed["pin"]!;

        Assert.That(((await Pay("123456")).Status, (await Pay(pin)).Status), Is.EqualTo(("55", "00")));
        Assert.That((await officer.Get("audit?subject=cards")).Text, Does.Not.Contain($"\"{pin}\""));
        var audit = await host.InDatabase(db => db.Audit.Where(entry => entry.Action == "SetPin").ToListAsync());
        Assert.That(audit.Select(entry => $"{entry.Before} {entry.After}"), Is.EqualTo(new[]
        {
            $$"""{"number":"990000******0028","id":2,"hasPin":true,"pinLocked":false,"transportKey":null,"reason":null} {"number":"990000******0028","id":2,"hasPin":true,"pinLocked":false,"transportKey":null,"reason":"forgotten"}""",
        }));
        Assert.That(await host.InDatabase(db => db.IdempotencyRecords.CountAsync(kept => kept.Response != null && kept.Response.Contains(pin))), Is.Zero);
    }

    [Test]
    public async Task A_made_pin_is_shown_once_and_kept_by_nobody_on_the_way()
    {
        using var http = new HttpClient { BaseAddress = host.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await BackOfficeClient.MakeKey(host, Role.SecurityOfficer, null));
        var answers = new List<HttpResponseMessage>();
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/{Pin}", UriKind.Relative)) { Content = JsonContent.Create(new { reason = "x" }) };
            request.Headers.Add("Idempotency-Key", "one");
            answers.Add(await http.SendAsync(request));
        }

        Assert.That((answers[0].StatusCode, answers[1].StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Conflict)));
        Assert.That((answers[0].Headers.CacheControl?.NoStore, answers[0].Headers.ETag), Is.EqualTo(((bool?)true, (EntityTagHeaderValue?)null)));
        var pin = JsonDocument.Parse(await answers[0].Content.ReadAsStringAsync()).RootElement.GetProperty("pin").GetString()!;
        Assert.That(await answers[1].Content.ReadAsStringAsync(), Does.Not.Contain(pin));
        Assert.That((await Pay(pin)).Status, Is.EqualTo("00"), "the repeat made no other one");
        answers.ForEach(answer => answer.Dispose());
    }

    [Test]
    public async Task A_pin_that_was_wrong_too_often_is_unlocked()
    {
        var states = new List<string?> { (await officer.Get($"cards/{Form.PinCard}"))["pinLocked"] };
        for (var time = 0; time < 3; time++)
        {
            await Pay("000000");
        }

        var locked = await Pay("123456");
        states.Add((await officer.Get($"cards/{Form.PinCard}"))["pinLocked"]);
        var unlocked = await officer.Post(Unlock, new { reason = "identity seen" });
        states.Add(unlocked["pinLocked"]);

        Assert.That((locked.Status, unlocked.Status, string.Join(' ', states)), Is.EqualTo(("75", HttpStatusCode.OK, "False True False")));
        Assert.That((await Pay("123456")).Status, Is.EqualTo("00"));
        Assert.That(await host.InDatabase(db => db.Audit.Where(entry => entry.Action == "UnlockPin").Select(entry => entry.After).SingleAsync()), Does.Contain("\"reason\":\"identity seen\""));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Ten_wrong_in_a_row_are_forgiven_by_the_officer_only(bool isSet)
    {
        for (var time = 0; time < 10; time++)
        {
            await Pay("000000");
            host.Time.Advance(TimeSpan.FromDays(1));
        }

        var locked = await Pay("123456");
        var answer = await officer.Post(isSet ? Pin : Unlock, new { reason = "x" });

        Assert.That((locked.Status, (await Pay(isSet ? answer["pin"] : "123456")).Status), Is.EqualTo(("38", "00")));
    }

    [Test]
    public async Task A_block_that_does_not_fit_sets_no_pin()
    {
        await TransportKeys.Load(officer, "mailer", "tripleDes");
        var key = Convert.FromHexString(TransportKeys.Key);
        string Block(string pin, string card) => Convert.ToHexString(TerminalCrypto.TripleDes.PinBlock(key, pin, card));
        var good = Block("907142", Form.PinCard);

        var answers = new[]
        {
            await officer.Post(Pin, new { reason = "x", pinBlock = Block("907142", Form.GoldCard), transportKey = "mailer" }),
            await officer.Post(Pin, new { reason = "x", pinBlock = "0011223344556677", transportKey = "mailer" }),
            await officer.Post(Pin, new { reason = "x", pinBlock = good + good, transportKey = "mailer" }),
            await officer.Post(Pin, new { reason = "x", pinBlock = "xy", transportKey = "mailer" }),
            await officer.Post(Pin, new { reason = "x", pinBlock = good }),
            await officer.Post(Pin, new { reason = "x", transportKey = "mailer" }),
            await officer.Post(Pin, new { reason = "x", pinBlock = good, transportKey = "another" }),
            await officer.Post(Pin, new { pinBlock = good, transportKey = "mailer" }),
            await officer.Post(Pin, new { reason = "card 9900000000000028", pinBlock = good, transportKey = "mailer" }),
        };

        Assert.That(answers.Select(answer => (answer.Status, string.Join(' ', answer.Blamed))), Is.EqualTo(
            "pinBlock pinBlock pinBlock pinBlock transportKey pinBlock transportKey reason reason".Split(' ').Select(field => (HttpStatusCode.BadRequest, field))));
        Assert.That((await Pay("123456")).Status, Is.EqualTo("00"), "the old PIN stands");
    }

    [Test]
    public async Task A_closed_card_gets_no_pin_and_a_card_without_one_is_not_unlocked()
    {
        await (await BackOfficeClient.Of(host, Role.Manager)).Post($"cards/{Form.PinCard}/state", new { state = "closed", reason = "x" });

        var answers = new[]
        {
            await officer.Post(Pin, new { reason = "x" }), await officer.Post($"cards/{Form.GoldCard}/pin/unlock", new { reason = "x" }),
            await officer.Post($"cards/{NewCard}/pin", new { reason = "x" }), await officer.Post($"cards/{NewCard}/pin/unlock", new { reason = "x" }),
        };

        Assert.That(answers.Select(answer => answer.Status), Is.EqualTo(new[] { HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.NotFound }));
    }

    [Test]
    public async Task A_transport_key_is_loaded_shown_by_its_check_value_and_removed()
    {
        var wrong = await TransportKeys.Load(officer, "mailer", "tripleDes", "00000000");
        var single = await officer.Post("transport-keys", new { name = "mailer", keyAlgorithm = "des", components = new[] { "0011223344556677", "8899AABBCCDDEEFF" }, checkValue = "00000000" });
        var loaded = await TransportKeys.Load(officer, "mailer", "aes128");
        var again = await TransportKeys.Load(officer, "mailer", "aes128");
        var list = await officer.Walk("transport-keys");
        var audit = await host.InDatabase(db => db.Audit.Where(entry => entry.Action == "LoadTransportKey").Select(entry => entry.After).SingleAsync());
        var removed = await officer.Delete("transport-keys/mailer", "*");
        var gone = await officer.Get("transport-keys/mailer");

        Assert.That((wrong.Status, single.Status, loaded.Status, again.Status, removed.Status, gone.Status), Is.EqualTo(
            (HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.NotFound)), loaded.Text);
        Assert.That((wrong.Blamed.Single(), single.Blamed.First(), loaded.Location), Is.EqualTo(("checkValue", "keyAlgorithm", "/api/v1/transport-keys/mailer")));
        Assert.That(list.Single().ToString(), Is.EqualTo(loaded.Text));
        Assert.That($"{loaded.Text} {audit}", Does.Contain("0A6054C1").And.Not.Contain(TransportKeys.Key));
    }

    private Task<TerminalAnswerText> Pay(string? pin, string card = Form.PinCard)
    {
        var form = Form.Consume(++trace, "1", "0", card);
        return host.Post(Path, pin is null ? form : form.With("password", terminal.PinBlock(pin, card)));
    }
}
