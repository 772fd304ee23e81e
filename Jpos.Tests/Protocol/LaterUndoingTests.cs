using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Refunds and what undoes them, one after another, and who may be told what about a mobile (protocol §5, §6, §7).</summary>
internal sealed class LaterUndoingTests
{
    private readonly Texts texts = new();
    private JposHost host = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow([texts.AsSetting()], inMemory: true);
        await host.SignOn(Form.Terminal);
    }

    [TearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
    }

    [OneTimeTearDown]
    public void Forget() => texts.Dispose();

    [Test]
    public async Task A_consume_whose_refund_was_cancelled_can_be_reversed()
    {
        var consume = Form.Consume(1, points: "10", cash: "90", vouchers: """[{"id":1,"num":1}]""");
        var serial = (await Approve("trans/consume", consume)).Serial;
        await Approve("refunds", Forms.Refund(2, serial));
        await Approve("refunds/cancel", Forms.CancelRefund(3, 2));
        var reversed = await Approve("trans/consumeReversal", consume);
        Assert.That((reversed.Serial, reversed.Balance, reversed.Available), Is.EqualTo((serial, 1000m, 1000m)));
        Assert.That((await host.Post("/v1/jpos/refunds", Forms.Refund(4, serial))).Status, Is.EqualTo("22"));
        Assert.That((await host.Post("/v1/jpos/refunds/cancel", Forms.CancelRefund(5, 2))).Status, Is.EqualTo("22"));
    }

    [Test]
    public async Task A_consume_whose_cancel_was_reversed_can_be_refunded()
    {
        var serial = (await Approve("trans/consume", Form.Consume(1, points: "10", cash: "90"))).Serial;
        await Approve("trans/cancel", Form.Cancel(2, 1));
        Assert.That((await host.Post("/v1/jpos/refunds", Forms.Refund(3, serial))).Status, Is.EqualTo("22"));
        await Approve("trans/cancelReversal", Form.Cancel(2, 1));
        var refund = await Approve("refunds", Forms.Refund(4, serial));
        Assert.That((refund.Balance, refund.Json.GetProperty("returnPersentPoint").GetDecimal()), Is.EqualTo((1000m, 1.35m)));
    }

    [Test]
    public async Task A_gift_stays_pending_through_refunds_and_their_cancels_until_its_batch_settles()
    {
        var serial = (await Approve("trans/consume", Form.Consume(1, cash: "100"))).Serial;
        for (var trace = 2; trace < 8; trace += 2)
        {
            await Approve("refunds", Forms.Refund(trace, serial));
            var cancelled = await Approve("refunds/cancel", Forms.CancelRefund(trace + 1, trace));
            Assert.That((cancelled.Balance, cancelled.Available), Is.EqualTo((1001.5m, 1000m)));
        }

        await Approve("trans/settle", Form.Settle());
        await host.SignOn(Form.Terminal);
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query(batch: "000002"))).Available, Is.EqualTo(1001.5m));
    }

    [Test]
    public async Task Gifts_of_a_batch_left_open_are_released_after_seven_days()
    {
        await Approve("trans/consume", Form.Consume(1, cash: "100"));
        host.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.That((await host.Post("/v1/jpos/tickets", Form.Query())).Available, Is.EqualTo(1000m));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await host.Post("/v1/jpos/tickets", Form.Query())).Available, Is.EqualTo(1001.5m));
    }

    [Test]
    public async Task Settling_a_batch_whose_gifts_are_released_already_changes_nothing_for_them()
    {
        await Approve("trans/consume", Form.Consume(1, cash: "100"));
        host.Time.Advance(TimeSpan.FromDays(7));
        await Approve("trans/consume", Form.Consume(2, points: "1000.5"));
        var before = await host.Dump("Alerts", "Batches", "Settlements");
        await Approve("trans/settle", Form.Settle());
        Assert.That(await host.Dump("Alerts", "Batches", "Settlements"), Is.EqualTo(before));
        await host.SignOn(Form.Terminal);
        var card = await host.Post("/v1/jpos/cards", Form.Query(batch: "000002"));
        Assert.That((card.Balance, card.Available), Is.EqualTo((1m, 1m)));
    }

    [Test]
    public async Task A_cancel_in_a_batch_left_open_takes_a_gift_that_was_released()
    {
        await Approve("trans/consume", Form.Consume(1, cash: "1000", card: Form.EmptyCard));
        host.Time.Advance(TimeSpan.FromDays(8));
        var card = await host.Post("/v1/jpos/cards", Form.Query(Form.EmptyCard));
        Assert.That((card.Balance, card.Available), Is.EqualTo((10m, 10m)));
        var cancelled = await Approve("trans/cancel", Form.Cancel(2, 1, Form.EmptyCard));
        Assert.That((cancelled.Balance, cancelled.Available, cancelled.Json.GetProperty("persentPoint").GetDecimal()), Is.EqualTo((0m, 0m, 10m)));
    }

    [Test]
    public async Task A_cancel_in_a_batch_left_open_is_declined_while_the_released_gift_is_spent()
    {
        await Approve("trans/consume", Form.Consume(1, cash: "1000", card: Form.EmptyCard));
        host.Time.Advance(TimeSpan.FromDays(7));
        await Approve("trans/consume", Form.Consume(2, points: "0.01", card: Form.EmptyCard));
        var declined = await host.Post("/v1/jpos/trans/cancel", Form.Cancel(3, 1, Form.EmptyCard));
        Assert.That(declined.Status, Is.EqualTo("51"));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query(Form.EmptyCard))).Balance, Is.EqualTo(9.99m), "nothing of it was taken");

        await Approve("trans/cancel", Form.Cancel(4, 2, Form.EmptyCard));
        Assert.That((await Approve("trans/cancel", Form.Cancel(5, 1, Form.EmptyCard))).Balance, Is.Zero);
    }

    [Test]
    public async Task A_text_names_the_mobile_the_code_and_the_time_and_the_database_has_no_code()
    {
        host.Time.Advance(TimeSpan.FromSeconds(7));
        await Approve("mobile/sendVerifyCode", Forms.SendVerifyCode("13912345678"));
        var sent = texts.All().Single(text => text.Mobile == "13912345678");
        Assert.That(sent.At, Is.EqualTo(host.Time.GetUtcNow().ToUnixTimeSeconds()));
        var stored = (await host.Dump()).Split('\n').Where(line => line.StartsWith("VerifyCodes|", StringComparison.Ordinal)).ToList();
        Assert.That(stored, Has.Count.EqualTo(1).And.None.Match($"(^|[|]){sent.Code}([|]|$)"));
    }

    private async Task<TerminalAnswerText> Approve(string path, Form form)
    {
        var answer = await host.Post($"/v1/jpos/{path}", form);
        Assert.That(answer.Status, Is.EqualTo("00"), answer.Text);
        return answer;
    }
}
