using System.Net;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Maintenance;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Several cards spend from one account, and two accounts become one.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class SharedAccountTests(Engine engine)
{
    private const string Number = "9900000000002008";

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
    public async Task Stop()
    {
        Assert.That(await host.Faults(), Is.Empty);
        await host.DisposeAsync();
    }

    [Test]
    public async Task A_companion_spends_the_points_and_vouchers_of_the_account()
    {
        var issued = await manager.Post($"cards/{Form.GoldCard}/companions", new { number = Number, reason = "spouse" });
        var paid = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "100", card: Number, vouchers: """[{"id":1,"num":1}]"""));
        var cancelled = await host.Post("/v1/jpos/trans/cancel", Form.Cancel(2, 1, card: Form.GoldCard));

        Assert.That((issued.Status, issued["account"], issued["balance"]), Is.EqualTo((HttpStatusCode.OK, (await manager.Get($"cards/{Form.GoldCard}"))["account"], "1000")), issued.Text);
        Assert.That((paid.Status, paid.Balance, cancelled.Status, cancelled.Balance), Is.EqualTo(("00", 900m, "00", 1000m)), "either card undoes what the other did");
    }

    [Test]
    public async Task The_stricter_product_of_the_cards_applies_to_all()
    {
        var product = await manager.Post("card-products", new { name = "Careful", numberPrefixes = new[] { "99" }, requiresPin = true, mostConsumesPerDay = 1 });
        await manager.Post($"cards/{Form.GoldCard}/companions", new { number = Number, product = long.Parse(product["id"]!, null), reason = "x" });

        var cash = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "10"));
        var points = await host.Post("/v1/jpos/trans/consume", Form.Consume(2, points: "10"));
        var second = await host.Post("/v1/jpos/trans/consume", Form.Consume(3, cash: "10"));

        Assert.That((cash.Status, points.Status, second.Status), Is.EqualTo(("00", "57", "65")), "a PIN to spend, and one consume a day");
    }

    [Test]
    public async Task A_merge_passes_points_tickets_and_cards_and_undoing_follows()
    {
        var bought = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "90", vouchers: """[{"id":1,"num":1}]"""));
        var merged = await manager.Post($"cards/{Form.GoldCard}/merge", new { into = Form.EmptyCard, reason = "two cards of one member" });
        var left = await manager.Get("accounts/101");
        var refund = Form.Query(Form.GoldCard).With("traceNo", "000002").With("oriSerialNo", bought.Serial);

        Assert.That((merged.Status, merged["balance"], merged.Json.GetProperty("cards").GetArrayLength()), Is.EqualTo((HttpStatusCode.OK, "991.35", 2)), merged.Text);
        Assert.That((left["balance"], left["succeededBy"], left.Json.GetProperty("cards").GetArrayLength()), Is.EqualTo(("0", merged["id"], 0)), left.Text);
        var refunded = await host.Post("/v1/jpos/refunds", refund);
        Assert.That((refunded.Status, refunded.Balance), Is.EqualTo(("00", 1000m)), refunded.Text);
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(3, card: Form.EmptyCard, points: "0", vouchers: """[{"id":1,"num":2}]"""))).Status, Is.EqualTo("00"), "the tickets of the other account");
    }

    [Test]
    public async Task A_reversal_after_a_merge_undoes_it_on_the_account_that_took_over()
    {
        var consume = Form.Consume(1, points: "1000");
        await host.Post("/v1/jpos/trans/consume", consume);
        await manager.Post($"cards/{Form.GoldCard}/merge", new { into = Form.EmptyCard, reason = "x" });

        var reversed = await host.Post("/v1/jpos/trans/consumeReversal", consume);

        Assert.That((reversed.Status, reversed.Balance, (await manager.Get($"cards/{Form.EmptyCard}"))["balance"]), Is.EqualTo(("00", 1000m, "1000")), reversed.Text);
    }

    [Test]
    public async Task What_was_pending_before_a_merge_is_decided_after_it()
    {
        await manager.Patch("programme", new { largeGift = 100 }, "*");
        var paid = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "10000"));
        var asked = await manager.Post("adjustments", new { card = Form.GoldCard, points = 5000, reason = "x" });
        await manager.Post($"cards/{Form.GoldCard}/merge", new { into = Form.EmptyCard, reason = "x" });

        var other = await BackOfficeClient.Of(host, Role.Manager);
        var adjusted = await other.Post($"adjustments/{asked["id"]}/decision", new { card = Form.EmptyCard, isApproved = true, reason = "x" });
        var refused = await manager.Post($"held-gifts/{paid.Serial}/decision", new { card = Form.EmptyCard, isApproved = false, reason = "x" });
        var reversed = await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, cash: "10000"));

        Assert.That((asked["state"], adjusted.Status, refused.Status, reversed.Status, reversed.Balance), Is.EqualTo(("pending", HttpStatusCode.OK, HttpStatusCode.OK, "00", 6000m)), $"{adjusted.Text} {refused.Text}");
    }

    [Test]
    public async Task Points_that_expired_before_a_merge_come_back_with_the_consume_that_spent_them_in_time()
    {
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "20", card: Form.TwoLotCard));
        await host.Post("/v1/jpos/trans/cancel", Form.Cancel(2, 1, card: Form.TwoLotCard));
        host.Time.Advance(TimeSpan.FromDays(40));
        await host.Services.GetRequiredService<ExpiryJob>().Run(CancellationToken.None);
        var expired = await manager.Get($"cards/{Form.TwoLotCard}");
        await manager.Post($"cards/{Form.TwoLotCard}/merge", new { into = Form.EmptyCard, reason = "x" });

        var reversed = await host.Post("/v1/jpos/trans/cancelReversal", Form.Cancel(2, 1, card: Form.TwoLotCard));

        Assert.That((expired["balance"], reversed.Status, reversed.Balance), Is.EqualTo(("30", "00", 30m)), "the consume stands again, and no other points paid for it");
    }

    [Test]
    public async Task What_cannot_be_merged_is_refused_and_changes_nothing()
    {
        await manager.Post($"cards/{Form.GoldCard}/companions", new { number = Number, reason = "x" });
        var before = await host.Dump();

        var same = await manager.Post($"cards/{Form.GoldCard}/merge", new { into = Number, reason = "x" });
        var unknown = await manager.Post($"cards/{Form.GoldCard}/merge", new { into = "9900000000009004", reason = "x" });
        var taken = await manager.Post($"cards/{Form.GoldCard}/companions", new { number = Form.EmptyCard, reason = "x" });
        var frozen = await manager.Post("cards/9900000000000051/companions", new { number = "9900000000000135", reason = "x" });

        Assert.That((same.Status, unknown.Status, taken.Status, frozen.Status), Is.EqualTo((HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.Conflict)));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task Payments_merges_replacements_and_companions_at_once_leave_the_books_right()
    {
        var paying = Task.WhenAll(Enumerable.Range(1, 20).Select(trace => host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1"))));
        var acts = await Task.WhenAll(
            manager.Post($"cards/{Form.GoldCard}/merge", new { into = Form.TwoLotCard, reason = "x" }),
            manager.Post($"cards/{Form.TwoLotCard}/merge", new { into = Form.EmptyCard, reason = "x" }),
            manager.Post($"cards/{Form.EmptyCard}/companions", new { number = Number, reason = "x" }),
            manager.Post($"cards/{Form.TwoLotCard}/replacement", new { newNumber = "9900000000000135", reason = "x" }),
            manager.Post("adjustments", new { card = Form.GoldCard, points = 5, reason = "x" }));
        var approved = (await paying).Count(answer => answer.Status == "00");

        Assert.That((await paying).Select(answer => answer.Status), Is.All.EqualTo("00"));
        Assert.That(acts.Select(act => (int)act.Status), Is.All.LessThan(500), string.Join('\n', acts.Select(act => act.Text)));
        Assert.That(await host.InDatabase(db => db.Accounts.SumAsync(account => (long)(object)account.Balance)), Is.EqualTo(115_000 + 500 - (100 * approved)));
    }
}
