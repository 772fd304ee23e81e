using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Kinds of tickets come to be, cards are given some, and terminals take them.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class TicketKindTests(Engine engine)
{
    private const string GreenCard = "9900000000000077";
    private const string ClosedCard = "9900000000000044";

    private JposHost host = null!;
    private BackOfficeClient manager = null!;
    private string issues = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        manager = await BackOfficeClient.Of(host, Role.Manager);
        issues = (await manager.Post("ticket-kinds", new { name = "代金券", type = "voucher", face = 12.5m, validDays = 30 })).Location + "/issues";
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_kind_is_added_found_and_changed()
    {
        var kind = issues[..^"/issues".Length];
        var found = await manager.Get(kind);
        Assert.That(found.Text, Is.EqualTo($$"""{"id":{{found["id"]}},"name":"代金券","type":"voucher","face":12.5,"validDays":30,"isWithdrawn":false}"""));
        var changed = await manager.Put(kind, new { name = "兑换券", type = "exchange", face = 3, validDays = 1, isWithdrawn = true }, found.Tag);
        Assert.That((changed.Status, changed["type"], changed["isWithdrawn"]), Is.EqualTo((HttpStatusCode.OK, "exchange", "True")), changed.Text);
        Assert.That((await manager.Put(kind, new { name = "x", type = "exchange", face = 3, validDays = 1 }, found.Tag)).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await manager.Get("ticket-kinds")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        Assert.That((await Issue(GreenCard)).Status, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task Issued_tickets_pay_at_a_terminal_and_the_books_are_right()
    {
        await host.SignOn(Form.Terminal);
        var issued = await Issue(GreenCard, Form.GoldCard);
        Assert.That(issued.Status, Is.EqualTo(HttpStatusCode.OK), issued.Text);
        var ticket = issued.Json.GetProperty("tickets")[0].GetProperty("ticket").GetInt64();
        Assert.That(issued.Json.GetProperty("tickets")[0].GetProperty("card").GetString(), Is.EqualTo("990000******0077"));

        var paid = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, card: GreenCard, cash: "5", vouchers: $$"""[{"id":{{ticket}},"num":2}]"""));
        Assert.That(paid.Status, Is.EqualTo("00"), paid.Text);
        var held = (await manager.Get($"cards/{GreenCard}/tickets")).Json.GetProperty("items")[0];
        Assert.That((held.GetProperty("issued").GetInt32(), held.GetProperty("remaining").GetInt32()), Is.EqualTo((3, 1)), held.ToString());
        Assert.That(await host.Faults(), Is.Empty);
        Assert.That((await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Get("audit")).Text, Does.Contain("IssueTickets").And.Contain("a gift").And.Not.Contain(GreenCard));
    }

    [Test]
    public async Task Copies_at_once_give_once()
    {
        var body = new { cards = new[] { GreenCard }, reason = "x" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => manager.Post(issues, body, "k")));
        Assert.That(answers.Select(answer => answer.Text).Distinct().Count(), Is.EqualTo(1));
        Assert.That((await manager.Get($"cards/{GreenCard}/tickets")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_does_not_do_is_named_and_changes_nothing()
    {
        await (await BackOfficeClient.Of(host, Role.Operator)).Post($"cards/{ClosedCard}/state", new { state = "closed", reason = "x" });
        var before = await host.Dump();
        foreach (var (body, field) in new (string, string)[]
        {
            ("""{"reason":"x"}""", "cards"),
            ("""{"cards":[],"reason":"x"}""", "cards"),
            ($$"""{"cards":["{{GreenCard}}","{{GreenCard}}"],"reason":"x"}""", "cards"),
            ($$"""{"cards":["{{GreenCard}}","{{ClosedCard}}"],"reason":"x"}""", "cards[1]"),
            ("""{"cards":["9900000000001000"],"reason":"x"}""", "cards[0]"),
            ("""{"cards":["x"],"reason":"x"}""", "cards[0]"),
            ($$"""{"cards":["{{GreenCard}}"]}""", "reason"),
            ($$"""{"cards":["{{GreenCard}}"],"reason":"x","pieces":0}""", "pieces"),
            ($$"""{"cards":["{{GreenCard}}"],"reason":"x","pieces":1000000}""", "pieces"),
            ($$"""{"cards":["{{GreenCard}}"],"reason":"x","validThrough":"2020-01-01"}""", "validThrough"),
        })
        {
            var refused = await manager.Post(issues, body);
            Assert.That((refused.Status, refused.Blamed.SingleOrDefault()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{body}: {refused.Text}");
        }

        foreach (var (body, field) in new (string, string)[]
        {
            ("""{"type":"voucher","face":1,"validDays":1}""", "name"),
            ("""{"name":"x","face":1,"validDays":1}""", "type"),
            ("""{"name":"x","type":"voucher","face":0,"validDays":1}""", "face"),
            ("""{"name":"x","type":"voucher","face":0.001,"validDays":1}""", "face"),
            ("""{"name":"x","type":"voucher","face":1,"validDays":0}""", "validDays"),
            ("""{"name":"x","type":"voucher","face":1,"validDays":3661}""", "validDays"),
        })
        {
            var refused = await manager.Post("ticket-kinds", body);
            Assert.That((refused.Status, refused.Blamed.SingleOrDefault()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{body}: {refused.Text}");
        }

        Assert.That((await manager.Post("ticket-kinds/999/issues", new { cards = new[] { GreenCard }, reason = "x" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await manager.Get("cards/9900000000001000/tickets")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    private Task<BackOfficeAnswer> Issue(params string[] cards) => manager.Post(issues, new { cards, pieces = 3, reason = "a gift" });
}
