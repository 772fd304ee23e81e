using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Of reversals only what is done is stored, and a wrong one does not burn the key of the right one (protocol §3, §6).</summary>
internal sealed class ReversalReplayTests
{
    private const string ConsumePath = "/v1/jpos/trans/consume";
    private const string ReversalPath = "/v1/jpos/trans/consumeReversal";

    private JposHost host = null!;

    [SetUp]
    public async Task Start() => host = await ProtocolHost.RunSignedOn();

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_reversal_again_gets_the_stored_bytes_however_it_is_spelt()
    {
        var consume = Form.Consume(7, points: "10", cash: "90");
        await host.Post(ConsumePath, consume);
        var reversed = await host.Post(ReversalPath, consume);
        Assert.That(reversed.Status, Is.EqualTo("00"));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.Post(ConsumePath, Form.Consume(8, points: "500"));
        var before = await host.Dump();

        Form[] same = [consume, consume.With("cashAmount", "90.00"), consume.With("traceNo", "7"), consume.With("password", "0011223344556677"), consume.With("consumeType", "99")];
        foreach (var again in same)
        {
            Assert.That((await host.Post(ReversalPath, again)).Text, Is.EqualTo(reversed.Text));
            Assert.That((await host.Post("/v1/trans/consumeReversal", again)).Text, Is.EqualTo(reversed.Text));
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task Wrong_reversals_are_worked_out_anew_each_time_and_the_right_one_still_works()
    {
        var consume = Form.Consume(7, points: "10", cash: "90", vouchers: """[{"id":1,"num":1}]""");
        await host.Post(ConsumePath, consume);
        (Form Form, string Status)[] wrong =
        [
            (consume.With("cardNo", Form.EmptyCard), "14"),
            (consume.With("cardNo", "9900000000000101"), "14"),
            (consume.With("pointAmount", "10.01"), "64"),
            (consume.With("pointAmount", "abc"), "64"),
            (consume.With("cashAmount", "0"), "64"),
            (consume.With("vaucher", """[{"id":1,"num":2}]"""), "64"),
            (consume.With("vaucher", """[{"id":2,"num":1}]"""), "64"),
        ];
        foreach (var (form, status) in wrong.Concat(wrong))
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            var answer = await host.Post(ReversalPath, form);
            Assert.That(answer.Status, Is.EqualTo(status));
            Assert.That(answer.Json.GetProperty("transTime").GetInt64(), Is.EqualTo(host.Time.GetUtcNow().ToUnixTimeSeconds()), "worked out anew");
        }

        Assert.That((await host.Post("/v1/jpos/trans/cancelReversal", Form.Cancel(7, 1))).Status, Is.EqualTo("94"), "another operation's reversal");
        var right = await host.Post(ReversalPath, consume);
        Assert.That((right.Status, right.Balance, right.Available), Is.EqualTo(("00", 1000m, 1000m)));
    }

    [Test]
    public async Task A_reversal_of_a_declined_message_is_worked_out_anew()
    {
        var consume = Form.Consume(7, points: "1000.01");
        await host.Post(ConsumePath, consume);
        var before = await host.Dump();
        for (var times = 0; times < 2; times++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            var answer = await host.Post(ReversalPath, consume);
            Assert.That((answer.Status, answer.Json.GetProperty("transTime").GetInt64()), Is.EqualTo(("12", host.Time.GetUtcNow().ToUnixTimeSeconds())));
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_tombstone_answers_every_reversal_of_its_key_alike_and_keeps_the_original_out()
    {
        var consume = Form.Consume(7, points: "10", cash: "90");
        var tombstone = await host.Post(ReversalPath, consume);
        Assert.That(tombstone.Status, Is.EqualTo("25"));
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var before = await host.Dump();

        Assert.That((await host.Post(ReversalPath, consume)).Text, Is.EqualTo(tombstone.Text));
        Assert.That((await host.Post(ReversalPath, consume.With("cashAmount", "1"))).Text, Is.EqualTo(tombstone.Text));
        Assert.That((await host.Post(ConsumePath, consume)).Status, Is.EqualTo("94"));
        Assert.That((await host.Post(ConsumePath, consume.With("cashAmount", "1"))).Status, Is.EqualTo("94"));
        Assert.That((await host.Post("/v1/jpos/trans/cancel", Form.Cancel(7, 1))).Status, Is.EqualTo("94"));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_reversal_leaves_a_settled_batch_its_totals()
    {
        var consume = Form.Consume(7, points: "10");
        await host.Post(ConsumePath, consume);
        await host.Arrange($"batch {Form.Terminal} closed");
        var batches = await host.Batches();
        Assert.That((await host.Post(ReversalPath, consume)).Status, Is.EqualTo("00"));
        Assert.That(await host.Batches(), Is.EqualTo(batches).And.Not.Empty);
    }
}
