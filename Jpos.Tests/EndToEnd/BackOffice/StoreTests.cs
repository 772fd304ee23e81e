using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Stores come to be and change through the back office, and terminals feel it at their next message.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class StoreTests(Engine engine)
{
    private const string Store = "stores/" + Form.Store;

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
    public async Task A_store_is_added_once_and_found()
    {
        var added = await manager.Post("stores", new { number = "300000000000001", name = "新店", timeZone = "Asia/Urumqi", deniedOperations = new[] { "refund", "cancel" } });
        Assert.That((added.Status, added.Location), Is.EqualTo((HttpStatusCode.Created, "/api/v1/stores/300000000000001")), added.Text);
        var found = await manager.Get(added.Location!);
        Assert.That((found.Text, found.Tag), Is.EqualTo((added.Text, added.Tag)));
        Assert.That(found.Json.GetProperty("deniedOperations").EnumerateArray().Select(operation => operation.GetString()), Is.EqualTo(["cancel", "refund"]));

        var twice = await manager.Post("stores", new { number = "300000000000001", name = "again" });
        Assert.That((twice.Status, twice.Blamed.Single()), Is.EqualTo((HttpStatusCode.Conflict, "number")));
    }

    [Test]
    public async Task A_change_is_felt_by_the_next_message()
    {
        await host.SignOn(Form.Terminal);
        var seen = await manager.Get(Store);
        var changed = await manager.Put(Store, new { name = "改名", advertisement = "五折", deniedOperations = new[] { "consume" } }, seen.Tag);
        Assert.That((changed.Status, changed["name"], changed["advertisement"]), Is.EqualTo((HttpStatusCode.OK, "改名", "五折")), changed.Text);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1"))).Status, Is.EqualTo("57"));

        var closed = await manager.Put(Store, new { name = "改名", isOpen = false }, changed.Tag);
        Assert.That(closed.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("03"));
    }

    [Test]
    public async Task An_operator_signs_on_while_employed()
    {
        var checkIn = Form.CheckIn().With("operatorNo", "77");
        Assert.That((await host.Post("/v1/jpos/terminal/checkin", checkIn)).Status, Is.Not.EqualTo("00"));
        var employed = await manager.Post($"{Store}/operators", new { number = "77" });
        Assert.That(employed.Json.GetProperty("operators").EnumerateArray().Select(number => number.GetString()), Is.EqualTo(["01", "77"]));
        Assert.That((await host.Post("/v1/jpos/terminal/checkin", checkIn)).Status, Is.EqualTo("00"));

        var dismissed = await manager.Delete($"{Store}/operators/77", employed.Tag);
        Assert.That(dismissed.Status, Is.EqualTo(HttpStatusCode.OK), dismissed.Text);
        Assert.That((await host.Post("/v1/jpos/terminal/checkin", checkIn)).Status, Is.Not.EqualTo("00"));
        Assert.That((await manager.Delete($"{Store}/operators/77", "*")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Who_decided_on_an_older_state_changes_nothing()
    {
        var seen = await manager.Get(Store);
        await manager.Put(Store, new { name = "first" }, seen.Tag);
        var before = await host.Dump();
        var late = await manager.Put(Store, new { name = "second" }, seen.Tag);
        var unsaid = await manager.Put(Store, new { name = "second" }, null);
        var nonsense = await manager.Put(Store, new { name = "second" }, "nonsense");
        Assert.That(
            (late.Status, unsaid.Status, nonsense.Status),
            Is.EqualTo((HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired, HttpStatusCode.BadRequest)));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task Of_many_that_saw_the_same_state_one_changes_it()
    {
        var seen = await manager.Get(Store);
        var changes = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => manager.Put(Store, new { name = $"name {number}" }, seen.Tag)));
        Assert.That(changes.Count(change => change.Status is HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(changes.Count(change => change.Status is HttpStatusCode.PreconditionFailed), Is.EqualTo(7));
    }

    [Test]
    public async Task Of_two_that_saw_the_same_operators_one_changes_the_store()
    {
        for (var round = 0; round < 5; round++)
        {
            var seen = await manager.Post($"{Store}/operators", new { number = $"8{round}" });
            var both = await Task.WhenAll(manager.Delete($"{Store}/operators/8{round}", seen.Tag), manager.Put(Store, new { name = $"name {round}" }, seen.Tag));
            Assert.That(both.Select(answer => answer.Status), Is.EquivalentTo([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]));
        }
    }

    [Test]
    public async Task A_list_is_walked_page_by_page_and_ends()
    {
        foreach (var number in Enumerable.Range(1, 7))
        {
            await manager.Post("stores", new { number = $"4{number}", name = "one of many", isOpen = number % 2 == 0 });
        }

        var (numbers, pages) = (new List<string?>(), 0);
        for (var next = "stores?limit=4"; next is not null; pages++)
        {
            var page = await manager.Get(next);
            numbers.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(store => store.GetProperty("number").GetString()));
            next = page.Json.GetProperty("next").GetString();
            Assert.That(page.Link, Is.EqualTo(next is null ? null : $"<{next}>; rel=\"next\""));
        }

        Assert.That((numbers, pages), Is.EqualTo((numbers.Order(StringComparer.Ordinal).Distinct().ToList(), 3)));
        Assert.That(numbers, Has.Count.EqualTo(10));
        var open = (await manager.Get("stores?isOpen=true")).Json.GetProperty("items").EnumerateArray().Select(store => store.GetProperty("isOpen").GetBoolean()).ToList();
        Assert.That(open, Has.Count.EqualTo(5).And.All.True);
    }

    [Test]
    public async Task An_advertisement_is_measured_in_the_receipts_bytes()
    {
        var fits = await manager.Post("stores", new { number = "41", name = "x", advertisement = new string('好', 499) + "a" });
        var doesNot = await manager.Post("stores", new { number = "42", name = "x", advertisement = new string('好', 500) });
        Assert.That((fits.Status, doesNot.Status, doesNot.Blamed.Single()), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.BadRequest, "advertisement")));
    }
}
