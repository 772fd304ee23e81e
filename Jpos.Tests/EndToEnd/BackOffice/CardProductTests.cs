using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Card products come to be and change through the back office, and their cards feel it at their next message.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class CardProductTests(Engine engine)
{
    private JposHost host = null!;
    private BackOfficeClient manager = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        manager = await BackOfficeClient.Of(host, Role.Manager);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_product_is_added_and_found()
    {
        var added = await manager.Post("card-products", new { name = "学生卡", hasCheckDigit = false, deniedOperations = new[] { "refund", "cancel" }, mostPerConsume = 100.50m, mostConsumesPerDay = 3 });
        Assert.That((added.Status, added.Location), Is.EqualTo((HttpStatusCode.Created, $"/api/v1/card-products/{added["id"]}")), added.Text);
        var found = await manager.Get(added.Location!);
        Assert.That((found.Text, found.Tag), Is.EqualTo((added.Text, added.Tag)));
        Assert.That(found.Text, Is.EqualTo(
            $$"""{"id":{{added["id"]}},"name":"学生卡","hasCheckDigit":false,"numberLengths":[16],"numberPrefixes":[],"requiresPin":false,"deniedOperations":["cancel","refund"],"mostPerConsume":100.5,"mostConsumesPerDay":3}"""));

        var entry = (await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Get($"audit?subject=card-products/{added["id"]}")).Json.GetProperty("items").EnumerateArray().Single();
        Assert.That((entry.GetProperty("action").GetString(), entry.GetProperty("after").GetString()), Is.EqualTo(("CreateCardProduct", added.Text)));
    }

    [Test]
    public async Task A_product_is_changed_for_all_its_cards_from_the_next_message_on()
    {
        await host.SignOn(Form.Terminal);
        var product = await ProductOf(Form.GoldCard);
        var limited = await manager.Put(product, new { name = "会员卡", mostPerConsume = 5 }, (await manager.Get(product)).Tag);
        Assert.That((limited.Status, limited["mostPerConsume"]), Is.EqualTo((HttpStatusCode.OK, "5")), limited.Text);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "5.01"))).Status, Is.EqualTo("61"));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "5"))).Status, Is.EqualTo("00"));

        await manager.Put(product, new { name = "会员卡", deniedOperations = new[] { "consume" } }, limited.Tag);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(3, cash: "5"))).Status, Is.EqualTo("57"));
    }

    [Test]
    public async Task Who_decided_on_an_older_state_changes_nothing()
    {
        var product = await ProductOf(Form.GoldCard);
        var seen = await manager.Get(product);
        await manager.Put(product, new { name = "first" }, seen.Tag);
        var before = await host.Dump();
        Assert.That((await manager.Put(product, new { name = "second" }, seen.Tag)).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await manager.Put("card-products/999", new { name = "second" }, "*")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task Lengths_and_prefixes_are_kept_in_order()
    {
        var added = await manager.Post("card-products", new { name = "旧卡", numberLengths = new[] { 19, 13 }, numberPrefixes = new[] { "98", "0012" } });
        Assert.That((added["numberLengths"], added["numberPrefixes"]), Is.EqualTo(("[13,19]", """["0012","98"]""")), added.Text);
        var patched = await manager.Patch(added.Location!, new { numberLengths = new[] { 12 } }, added.Tag);
        Assert.That((patched["numberLengths"], patched["numberPrefixes"]), Is.EqualTo(("[12]", """["0012","98"]""")), patched.Text);
    }

    [TestCase("0012000000000000", "9912000000000000", Description = "another prefix")]
    [TestCase("0012000000000000", "0012000000000")]
    [TestCase("0012000000000000", "12000000000000", Description = "a spreadsheet dropped the first zeros")]
    [TestCase("0012000000000000", "00120000000000000")]
    public async Task A_number_that_the_product_does_not_allow_is_refused_wherever_cards_come_from(string good, string bad)
    {
        var product = (await manager.Post("card-products", new { name = "旧卡", hasCheckDigit = false, numberPrefixes = new[] { "0012" } })).Json.GetProperty("id").GetInt64();
        Assert.That((await manager.Post("cards", new { number = good, product, member = 1 })).Status, Is.EqualTo(HttpStatusCode.Created));
        var before = (await manager.Walk("cards")).Count;
        foreach (var (path, body, field) in new (string, object, string)[]
        {
            ("cards", new { number = bad, product }, "number"),
            ("cards/ranges", new { first = bad, count = 2, product }, "first"),
            ($"cards/{good}/replacement", new { newNumber = bad, reason = "x" }, "newNumber"),
        })
        {
            var refused = await manager.Post(path, body);
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), refused.Text);
            Assert.That(refused.Text, Does.Not.Contain(bad));
        }

        var imported = await manager.Post("imports/cards", System.Text.Encoding.UTF8.GetBytes($"number,product\n{bad},{product}\n"));
        Assert.That((imported["accepted"], imported["rejected"]), Is.EqualTo(("0", "1")), imported.Text);
        Assert.That((await manager.Get($"{imported.Location}/errors")).Text, Does.Contain("number: The number must ").And.Not.Contain(bad));
        Assert.That((await manager.Walk("cards")).Count, Is.EqualTo(before));
    }

    [Test]
    public async Task A_range_ends_where_the_prefix_ends()
    {
        var product = (await manager.Post("card-products", new { name = "旧卡", hasCheckDigit = false, numberPrefixes = new[] { "0012" } })).Json.GetProperty("id").GetInt64();
        var refused = await manager.Post("cards/ranges", new { first = "0012999999999999", count = 2, product });
        Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, "count")), refused.Text);
    }

    [Test]
    public async Task Cards_that_there_are_keep_their_numbers_when_the_product_allows_others()
    {
        await host.SignOn(Form.Terminal);
        var product = await ProductOf(Form.GoldCard);
        await manager.Put(product, new { name = "会员卡", numberLengths = new[] { 19 }, numberPrefixes = new[] { "62" } }, (await manager.Get(product)).Tag);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1"))).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_list_is_walked_page_by_page_and_ends()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            await manager.Post("card-products", new { name = $"product {number}" });
        }

        var ids = new List<long>();
        for (var next = "card-products?limit=3"; next is not null;)
        {
            var page = await manager.Get(next);
            ids.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(product => product.GetProperty("id").GetInt64()));
            next = page.Json.GetProperty("next").GetString();
        }

        Assert.That(ids, Has.Count.EqualTo(7).And.Ordered.And.Unique);
        Assert.That((await manager.Get("card-products?after=x")).Blamed, Is.EqualTo(["after"]));
    }

    [Test]
    public async Task What_does_not_do_is_named_and_changes_nothing()
    {
        var before = await host.Dump();
        foreach (var (body, field) in new (string, string)[]
        {
            ("""{}""", "name"),
            ("""{"name":" "}""", "name"),
            ("""{"name":"x","mostPerConsume":-0.01}""", "mostPerConsume"),
            ("""{"name":"x","mostPerConsume":0.001}""", "mostPerConsume"),
            ("""{"name":"x","mostPerConsume":10000000000}""", "mostPerConsume"),
            ("""{"name":"x","mostPerConsume":"10"}""", "mostPerConsume"),
            ("""{"name":"x","mostConsumesPerDay":-1}""", "mostConsumesPerDay"),
            ("""{"name":"x","mostConsumesPerDay":1.5}""", "mostConsumesPerDay"),
            ("""{"name":"x","deniedOperations":["everything"]}""", "deniedOperations[0]"),
            ("""{"name":"x","numberLengths":[]}""", "numberLengths"),
            ("""{"name":"x","numberLengths":[11]}""", "numberLengths"),
            ("""{"name":"x","numberLengths":[20]}""", "numberLengths"),
            ("""{"name":"x","numberLengths":[16,16]}""", "numberLengths"),
            ("""{"name":"x","numberLengths":["16"]}""", "numberLengths[0]"),
            ("""{"name":"x","numberLengths":16}""", "numberLengths"),
            ("""{"name":"x","numberPrefixes":[""]}""", "numberPrefixes"),
            ("""{"name":"x","numberPrefixes":[null]}""", "numberPrefixes"),
            ("""{"name":"x","numberPrefixes":["99a"]}""", "numberPrefixes"),
            ("""{"name":"x","numberPrefixes":["９９"]}""", "numberPrefixes"),
            ("""{"name":"x","numberPrefixes":["99","99"]}""", "numberPrefixes"),
            ("""{"name":"x","numberPrefixes":["123456789012"]}""", "numberPrefixes"),
            ("""{"name":"x","numberPrefixes":"99"}""", "numberPrefixes"),
            ("""{"name":"x","id":7}""", "id"),
        })
        {
            var refused = await manager.Post("card-products", body);
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{body}: {refused.Text}");
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    private async Task<string> ProductOf(string card)
    {
        var number = Domain.Protocol.CardNumber.Of(card);
        return $"card-products/{await host.InDatabase(db => db.Cards.Where(row => row.Number == number).Select(row => row.Product.Id).SingleAsync())}";
    }
}
