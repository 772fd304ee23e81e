using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>A card gets another number, and all that was on it goes on under that one.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class ReplacementTests(Engine engine)
{
    private const string NewCard = "9900000000002008";

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
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Everything_goes_on_under_the_new_number()
    {
        var paid = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "90", vouchers: """[{"id":1,"num":1}]"""));
        await manager.Post($"cards/{Form.GoldCard}/state", new { state = "stolen", reason = "x" });
        var replaced = await Replace();
        Assert.That((replaced.Status, replaced["number"], replaced["state"], replaced["balance"], replaced["member"]), Is.EqualTo((HttpStatusCode.OK, NewCard, "active", "991.35", "1")), replaced.Text);

        var old = await manager.Get($"cards/{Form.GoldCard}");
        Assert.That((old["state"], old["replacedBy"], old["balance"], old["member"]), Is.EqualTo(("closed", NewCard, "991.35", "1")), old.Text);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "1"))).Status, Is.EqualTo("14"));

        // A repeat of what the old number did gets its answer, and the new number undoes it.
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "90", vouchers: """[{"id":1,"num":1}]"""))).Text, Is.EqualTo(paid.Text));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(3, points: "1", card: NewCard, vouchers: """[{"id":1,"num":1}]"""))).Status, Is.EqualTo("00"));
        var cancelled = await host.Post("/v1/jpos/trans/cancel", Form.Cancel(4, 1, card: NewCard));
        Assert.That((cancelled.Status, cancelled.Balance), Is.EqualTo(("00", 999m)), cancelled.Text);
        Assert.That(await host.Faults(), Is.Empty);
    }

    [Test]
    public async Task A_reversal_of_what_the_old_number_did_still_undoes_it()
    {
        var consume = Form.Consume(1, points: "10", cash: "90");
        await host.Post("/v1/jpos/trans/consume", consume);
        await Replace();
        var reversed = await host.Post("/v1/jpos/trans/consumeReversal", consume);
        Assert.That((reversed.Status, reversed.Balance), Is.EqualTo(("00", 1000m)), reversed.Text);
        Assert.That(await host.Faults(), Is.Empty);
    }

    [Test]
    public async Task Among_payments_it_comes_before_them_or_after_them()
    {
        var paying = Task.WhenAll(Enumerable.Range(1, 30).Select(trace => host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1"))));
        var replaced = await Replace();
        var approved = (await paying).Count(answer => answer.Status == "00");
        Assert.That((await paying).Select(answer => answer.Status), Is.All.AnyOf("00", "14"));
        Assert.That((replaced.Status, (await manager.Get($"cards/{NewCard}"))["balance"]), Is.EqualTo((HttpStatusCode.OK, $"{1000 - approved}")), replaced.Text);
    }

    [Test]
    public async Task The_last_day_is_the_old_cards_unless_another_is_named()
    {
        const string card = "9900000000003006";
        await manager.Post("cards", new { number = card, product = 1, member = 1, expiresOn = "2030-12-31" });
        var kept = await manager.Post($"cards/{card}/replacement", new { newNumber = NewCard, reason = "x" });
        Assert.That((kept.Status, kept["expiresOn"]), Is.EqualTo((HttpStatusCode.OK, "2030-12-31")), kept.Text);
        var longer = await manager.Post($"cards/{NewCard}/replacement", new { newNumber = "9900000000004004", expiresOn = "2031-06-30", reason = "x" });
        Assert.That(longer["expiresOn"], Is.EqualTo("2031-06-30"), longer.Text);
        await manager.Post($"cards/{Form.GoldCard}/state", new { state = "stolen", reason = "x" });
        var never = await manager.Post($"cards/{Form.GoldCard}/replacement", new { newNumber = "9900000000005001", reason = "x" });
        Assert.That(never["expiresOn"], Is.Empty, "a card that does not expire goes on without a last day");
    }

    [Test]
    public async Task A_card_that_has_expired_is_replaced_with_a_day_that_is_named()
    {
        const string expired = "9900000000000069";
        var refused = await manager.Post($"cards/{expired}/replacement", new { newNumber = NewCard, reason = "x" });
        Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, "expiresOn")), refused.Text);
        Assert.That((await manager.Post($"cards/{expired}/replacement", new { newNumber = NewCard, expiresOn = "2030-12-31", reason = "x" })).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_does_not_do_is_named_and_changes_nothing()
    {
        var before = await host.Dump();
        foreach (var (card, body, status, field) in new (string, object, HttpStatusCode, string?)[]
        {
            (Form.GoldCard, new { reason = "x" }, HttpStatusCode.BadRequest, "newNumber"),
            (Form.GoldCard, new { newNumber = "9900000000002009", reason = "x" }, HttpStatusCode.BadRequest, "newNumber"),
            (Form.GoldCard, new { newNumber = NewCard }, HttpStatusCode.BadRequest, "reason"),
            (Form.GoldCard, new { newNumber = NewCard, reason = "x", expiresOn = "2020-01-01" }, HttpStatusCode.BadRequest, "expiresOn"),
            (Form.GoldCard, new { newNumber = Form.EmptyCard, reason = "x" }, HttpStatusCode.Conflict, "newNumber"),
            (Form.GoldCard, new { newNumber = Form.GoldCard, reason = "x" }, HttpStatusCode.Conflict, "newNumber"),
            ("9900000000000051", new { newNumber = NewCard, reason = "x" }, HttpStatusCode.Conflict, null),
            ("9900000000000036", new { newNumber = NewCard, reason = "x" }, HttpStatusCode.Conflict, null),
            ("9900000000003006", new { newNumber = NewCard, reason = "x" }, HttpStatusCode.NotFound, null),
        })
        {
            var refused = await manager.Post($"cards/{card}/replacement", body);
            Assert.That((refused.Status, refused.Blamed.SingleOrDefault()), Is.EqualTo((status, field)), $"{body}: {refused.Text}");
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    private Task<BackOfficeAnswer> Replace() => manager.Post($"cards/{Form.GoldCard}/replacement", new { newNumber = NewCard, reason = "lost in the street" });
}
