using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Cards come to be through the back office, with accounts that payments and the books find.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class CardRouteTests(Engine engine)
{
    private const string NewCard = "9900000000001000";
    private const string WithoutCheckDigit = "9900000000001001";

    private const string Mobile = "13900000001";

    private readonly Texts texts = new();
    private JposHost host = null!;
    private BackOfficeClient manager = null!;
    private long product;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow([texts.AsSetting()], engine: engine);
        manager = await BackOfficeClient.Of(host, Role.Manager);
        product = (await manager.Get($"cards/{Form.GoldCard}")).Json.GetProperty("product").GetInt64();
    }

    [TearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        texts.Forget();
    }

    [OneTimeTearDown]
    public void RemoveTexts() => texts.Dispose();

    [Test]
    public async Task A_card_is_issued_to_a_member_and_pays_with_its_opening_balance()
    {
        var member = (await manager.Post("members", new { name = "钱十", grade = "gold" })).Json.GetProperty("id").GetInt64();
        var issued = await manager.Post("cards", new { number = NewCard, product, member, expiresOn = "2027-12-31", openingBalance = 12.5m });
        Assert.That((issued.Status, issued.Location), Is.EqualTo((HttpStatusCode.Created, $"/api/v1/cards/{NewCard}")), issued.Text);
        Assert.That(issued.Text, Is.EqualTo(
            $$"""{"number":"{{NewCard}}","id":{{issued["id"]}},"account":{{issued["account"]}},"product":{{product}},"member":{{member}},"state":"active","expiresOn":"2027-12-31","balance":12.5,"available":12.5,"hasPin":false,"pinLocked":false,"replacedBy":null}"""));
        var found = await manager.Get(issued.Location!);
        Assert.That((found.Text, found.Tag), Is.EqualTo((issued.Text, issued.Tag)));

        await host.SignOn(Form.Terminal);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "12.51", card: NewCard))).Status, Is.EqualTo("51"));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(2, points: "2.5", cash: "100", card: NewCard))).Status, Is.EqualTo("00"));
        var paid = await manager.Get(issued.Location!);
        Assert.That((paid["balance"], paid["available"]), Is.EqualTo(("11.5", "10")), "a gift waits for its batch");
    }

    [Test]
    public async Task A_card_of_nobody_pays_when_it_is_activated()
    {
        var issued = await manager.Post("cards", new { number = NewCard, product, openingBalance = 8 });
        Assert.That((issued["state"], issued["member"], issued["balance"]), Is.EqualTo(("issued", "", "8")), issued.Text);
        var early = await manager.Post($"cards/{NewCard}/state", new { state = "active", reason = "handed out" });
        Assert.That((early.Status, early.Blamed.Single()), Is.EqualTo((HttpStatusCode.Conflict, "state")), "it belongs to nobody");

        await host.SignOn(Form.Terminal);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "5", card: NewCard))).Status, Is.EqualTo("21"));
        await host.Post("/v1/jpos/mobile/sendVerifyCode", Form.Of(("storeNo", Form.Store), ("terminalNo", Form.Terminal), ("mobileNo", Mobile)));
        var activation = Form.Query(NewCard).With("traceNo", "000002").With("mobileNo", Mobile).With("verifyCode", texts.CodesFor(Mobile).Single()).With("idType", "05").With("idNo", "E12345678");
        Assert.That((await host.Post("/v1/jpos/card/active", activation)).Status, Is.EqualTo("00"));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(3, points: "5", card: NewCard))).Status, Is.EqualTo("00"));
        var paid = await manager.Get($"cards/{NewCard}");
        Assert.That((paid["state"], paid["balance"]), Is.EqualTo(("active", "3")), paid.Text);
        Assert.That((await manager.Get($"members/{paid["member"]}"))["idNumber"], Is.EqualTo("*****5678"));
    }

    [Test]
    public async Task A_number_is_issued_once()
    {
        var copies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => manager.Post("cards", new { number = NewCard, product, openingBalance = 1 })));
        Assert.That(copies.Select(copy => copy.Status), Has.Exactly(1).EqualTo(HttpStatusCode.Created).And.Exactly(5).EqualTo(HttpStatusCode.Conflict));
        Assert.That((await manager.Get($"cards/{NewCard}"))["balance"], Is.EqualTo("1"));
    }

    [Test]
    public async Task Only_a_product_without_check_digits_has_numbers_without()
    {
        var without = (await manager.Post("card-products", new { name = "旧卡", hasCheckDigit = false })).Json.GetProperty("id").GetInt64();
        var refused = await manager.Post("cards", new { number = WithoutCheckDigit, product });
        Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, "number")));
        Assert.That((await manager.Post("cards", new { number = WithoutCheckDigit, product = without })).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task A_list_is_walked_page_by_page_and_ends()
    {
        var numbers = new List<string?>();
        for (var next = "cards?limit=4"; next is not null;)
        {
            var page = await manager.Get(next);
            numbers.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(card => card.GetProperty("number").GetString()));
            next = page.Json.GetProperty("next").GetString();
        }

        Assert.That(numbers, Has.Count.EqualTo(9).And.Ordered.And.Unique);
    }

    [Test]
    public async Task A_list_is_narrowed_and_shows_points()
    {
        var twoLots = await manager.Get($"cards/{Form.TwoLotCard}");
        Assert.That((twoLots["balance"], twoLots["available"]), Is.EqualTo(("50", "50")));
        Assert.That(await Numbers($"cards?member={twoLots["member"]}"), Is.EqualTo([Form.TwoLotCard]));
        Assert.That((await manager.Get($"cards?member={twoLots["member"]}")).Json.GetProperty("items")[0].ToString(), Is.EqualTo(twoLots.Text));

        var pin = await manager.Get($"cards/{Form.PinCard}");
        Assert.That(pin["hasPin"], Is.EqualTo("True"));
        Assert.That(await Numbers($"cards?product={pin["product"]}"), Is.EqualTo([Form.PinCard]));
        Assert.That(await Numbers("cards?state=frozen"), Is.EqualTo(["9900000000000051"]));
        Assert.That(await Numbers($"cards?state=frozen&product={pin["product"]}"), Is.Empty);
    }

    [Test]
    public async Task A_wrong_question_is_told_so()
    {
        foreach (var (query, field) in new (string, string)[]
        {
            ("state=melted", "state"),
            ("product=x", "product"),
            ("member=x", "member"),
            ("after=1", "after"),
        })
        {
            var refused = await manager.Get($"cards?{query}");
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{query}: {refused.Text}");
        }
    }

    [Test]
    public async Task What_does_not_do_is_named_and_changes_nothing()
    {
        var before = await host.Dump();
        foreach (var (body, field) in new (string, string)[]
        {
            ("""{"product":1}""", "number"),
            ("""{"number":"99000000001","product":1}""", "number"),
            ("""{"number":"9900000000001001","product":1}""", "number"),
            ("""{"number":"9900000000001000"}""", "product"),
            ("""{"number":"9900000000001000","product":999}""", "product"),
            ("""{"number":"9900000000001000","product":1,"member":999}""", "member"),
            ("""{"number":"9900000000001000","product":1,"expiresOn":"2026-03-01"}""", "expiresOn"),
            ("""{"number":"9900000000001000","product":1,"expiresOn":"tomorrow"}""", "expiresOn"),
            ("""{"number":"9900000000001000","product":1,"openingBalance":0.001}""", "openingBalance"),
            ("""{"number":"9900000000001000","product":1,"openingBalance":-1}""", "openingBalance"),
            ("""{"number":"9900000000001000","product":1,"state":"active"}""", "state"),
        })
        {
            var refused = await manager.Post("cards", body);
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{body}: {refused.Text}");
            Assert.That(refused.Text, Does.Not.Contain("9900000000001"));
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    private async Task<IEnumerable<string?>> Numbers(string path) =>
        (await manager.Get(path)).Json.GetProperty("items").EnumerateArray().Select(card => card.GetProperty("number").GetString());
}
