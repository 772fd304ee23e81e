using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Many cards are issued at once, with numbers that follow each other.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class CardRangeTests(Engine engine)
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
    public async Task Cards_follow_each_other_and_bring_their_points_along()
    {
        var issued = await manager.Post("cards/ranges", new { first = "9900000000004004", count = 1000, product = 1, openingBalance = 2.5m });
        Assert.That((issued.Status, issued["first"], issued["last"]), Is.EqualTo((HttpStatusCode.OK, "9900000000004004", "9900000000013997")), issued.Text);
        Assert.That((await manager.Get("cards/9900000000004012"))["balance"], Is.EqualTo("2.5"));
        Assert.That((await manager.Walk("cards?product=1&state=issued&limit=200")).Count, Is.EqualTo(1002));
        Assert.That((await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Get("audit")).Text, Does.Contain("IssueCards").And.Contain("990000******4004").And.Not.Contain("9900000000004004"));
    }

    [Test]
    public async Task All_are_issued_or_none_and_copies_are_one()
    {
        var body = new { first = "9900000000004004", count = 3, product = 1 };
        var issued = await manager.Post("cards/ranges", body, "k");
        Assert.That(await manager.Post("cards/ranges", body, "k"), Is.EqualTo(issued));
        var before = await host.Dump();
        var taken = await manager.Post("cards/ranges", new { first = "9900000000003998", count = 3, product = 1 });
        Assert.That((taken.Status, taken.Blamed.Single()), Is.EqualTo((HttpStatusCode.Conflict, "first")), taken.Text);
        Assert.That(taken["detail"], Does.Contain("990000******4004").And.Contain("number 2 of this range"));
        foreach (var (bad, field) in new (object, string)[]
        {
            (new { first = "9900000000004005", count = 3, product = 1 }, "first"),
            (new { first = "x", count = 3, product = 1 }, "first"),
            (new { first = "9900000000005001", product = 1 }, "count"),
            (new { first = "9900000000005001", count = 1001, product = 1 }, "count"),
            (new { first = "9999999999999995", count = 3, product = 1 }, "count"),
            (new { first = "9900000000005001", count = 3 }, "product"),
            (new { first = "9900000000005001", count = 3, product = 99 }, "product"),
            (new { first = "9900000000005001", count = 3, product = 1, expiresOn = "2020-01-01" }, "expiresOn"),
            (new { first = "9900000000005001", count = 3, product = 1, openingBalance = -1 }, "openingBalance"),
        })
        {
            var refused = await manager.Post("cards/ranges", bad);
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{bad}: {refused.Text}");
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
    }
}
