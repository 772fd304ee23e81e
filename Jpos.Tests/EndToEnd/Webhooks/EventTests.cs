using System.Globalization;
using System.Net;
using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Webhooks;

/// <summary>Who subscribed is told of what had an effect, signed, in order, and of nothing else.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSqlOrEach))]
internal sealed class EventTests(Engine engine)
{
    private static readonly string[] Transactions = ["transaction.approved", "transaction.reversed", "transaction.cancelled", "transaction.refunded"];

    private static int traces;

    private TestDatabase database = null!;
    private WebhookHost host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await TestDatabase.WithDemoData(engine);
        host = await WebhookHost.Run(database);
        await host.Pays(Form.CheckIn(), "terminal/checkin");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [TearDown]
    public async Task Unsubscribe()
    {
        host.Receiver.Answers = (_, _) => HttpStatusCode.NoContent;
        foreach (var one in (await host.Manager.Get("webhooks")).Json.GetProperty("items").EnumerateArray())
        {
            await host.Manager.Delete($"webhooks/{one.GetProperty("id")}", "*");
        }
    }

    [Test]
    public async Task An_event_is_told_signed_and_shows_no_more_of_a_card_than_its_mask()
    {
        var (_, secret) = await host.Subscribe("one", "transaction.approved");
        await host.Pays(Form.Consume(Next(), points: "10", cash: "100").With("registerTraceNo", "till 7"));

        var told = (await host.Told("one", 1)).Single();
        Assert.That(told.IsSignedWith(secret), Is.True);
        Assert.That(Math.Abs(long.Parse(told.Seconds, CultureInfo.InvariantCulture) - TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()), Is.LessThan(60));
        Assert.That(told.Body, Does.Not.Contain(Form.GoldCard));
        var serial = told.Data.GetProperty("serial").GetString();
        Assert.That((told.Id, told.Json.GetProperty("id").GetString()), Is.EqualTo(($"evt_{serial}", $"evt_{serial}")));
        var data = told.Data;
        Assert.That(
            (told.Type, data.GetProperty("operation").GetString(), data.GetProperty("store").GetString(), data.GetProperty("terminal").GetString(), data.GetProperty("batch").GetInt32()),
            Is.EqualTo(("transaction.approved", "consume", Form.Store, Form.Terminal, 1)));
        Assert.That(
            (data.GetProperty("card").GetString(), data.GetProperty("registerTrace").GetString(), data.GetProperty("pointAmount").GetDecimal(), data.GetProperty("cashAmount").GetDecimal(), data.GetProperty("awarded").GetDecimal()),
            Is.EqualTo(("990000******0010", "till 7", 10m, 100m, 1.5m)));
    }

    [Test]
    public async Task Each_effect_is_one_event_and_what_is_declined_or_asked_again_is_none()
    {
        var (address, _) = await host.Subscribe("all", Transactions);
        var (first, second, third) = (Form.Consume(Next(), points: "1"), Form.Consume(Next(), points: "1"), Form.Consume(Next(), points: "1"));
        await host.Pays(first);
        await host.Pays(first);
        await host.Pays(first, "trans/consumeReversal");
        await host.Pays(first, "trans/consumeReversal");
        await host.Pays(Form.Consume(Next(), points: "50000"), status: "51");
        await host.Pays(second);
        await host.Pays(Form.Cancel(Next(), Trace(second)), "trans/cancel");
        await host.Pays(third);
        var serial = (await host.Host.Post("/v1/jpos/trans/consume", third)).Serial;
        var refund = Form.Query().With("traceNo", Form.Six(Next())).With("oriSerialNo", serial);
        await host.Pays(refund, "refunds");
        await host.Pays(Form.Cancel(Next(), Trace(refund)), "refunds/cancel");
        await host.Pays(Form.Query().With("traceNo", Form.Six(Next())).With("ticket", """[{"id":2,"num":1}]"""), "tickets/consume");

        string[] expected =
        [
            "transaction.approved consume", "transaction.reversed consume", "transaction.approved consume", "transaction.cancelled cancel", "transaction.approved consume",
            "transaction.refunded refund", "transaction.approved refundCancel", "transaction.approved consumeTickets",
        ];
        var deliveries = await host.Settled(address);
        var told = host.Receiver.At("all");
        Assert.That(told.Select(one => $"{one.Type} {one.Data.GetProperty("operation")}"), Is.EqualTo(expected));
        Assert.That(deliveries.Select(one => (one.GetProperty("event").GetString(), one.GetProperty("state").GetString())), Is.EqualTo(told.Select(one => ((string?)one.Id, "delivered"))));
        Assert.That(told[1].Data.GetProperty("original").GetString(), Is.EqualTo(told[0].Data.GetProperty("serial").GetString()));
        Assert.That(told[1].Data.GetProperty("isReversal").GetBoolean(), Is.True);
    }

    [Test]
    public async Task A_settlement_is_told_with_both_sides()
    {
        var (address, _) = await host.Subscribe("batches", "batch.settled", "batch.unequal");
        const string terminal = "10000004";
        await host.Pays(Form.CheckIn(terminal), "terminal/checkin");
        await host.Pays(Form.Settle().With("terminalNo", terminal), "trans/settle");
        await host.Pays(Form.Consume(1, points: "2.50", batch: "000002").With("terminalNo", terminal));
        await host.Pays(Form.Settle("000002").With("terminalNo", terminal), "trans/settle");

        await host.Settled(address);
        var told = host.Receiver.At("batches");
        Assert.That(told.Select(one => (one.Type, one.Data.GetProperty("settlement").GetProperty("flag").GetString())), Is.EqualTo([("batch.settled", "ss"), ("batch.unequal", "ns")]));
        Assert.That(told[1].Data.GetProperty("settlement").GetProperty("difference").GetProperty("pointDebitAmount").GetDecimal(), Is.EqualTo(-2.5m));
    }

    [Test]
    public async Task A_cards_state_is_told_before_what_it_allows()
    {
        var (address, _) = await host.Subscribe("cards", [.. Transactions, "card.stateChanged"]);
        await host.Manager.Post($"cards/{Form.TwoLotCard}/state", new { state = "frozen", reason = "found" });
        await host.Pays(Form.Consume(Next(), card: Form.TwoLotCard, points: "1"), status: "62");
        await host.Manager.Post($"cards/{Form.TwoLotCard}/state", new { state = "active", reason = "owner came" });
        await host.Pays(Form.Consume(Next(), card: Form.TwoLotCard, points: "1"));

        await host.Settled(address);
        var told = host.Receiver.At("cards");
        Assert.That(told.Select(one => one.Type), Is.EqualTo(["card.stateChanged", "card.stateChanged", "transaction.approved"]));
        Assert.That(told[0].Data.ToString(), Does.Match("""^{"card":"990000\*\*\*\*\*\*0085","cardId":[0-9]+,"account":[0-9]+,"before":"active","state":"frozen"}$"""));
    }

    [Test]
    public async Task An_act_that_comes_to_nothing_is_not_told_of()
    {
        var (address, _) = await host.Subscribe("nothing", "card.stateChanged");
        var refused = await host.Manager.Post("cards/9900000000000036/state", new { state = "active", reason = "it belongs to nobody" });
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await host.Deliveries(address), Is.Empty);
    }

    [Test]
    public async Task What_nobody_subscribed_to_is_not_written()
    {
        await host.Pays(Form.Consume(Next(), points: "1"));
        var (address, _) = await host.Subscribe("none", "batch.unequal");
        await host.Pays(Form.Consume(Next(), points: "1"));
        var (disabled, _) = await host.Subscribe("disabled", Transactions);
        var seen = await host.Manager.Get(disabled);
        await host.Manager.Put(disabled, new { url = seen["url"], events = Transactions, isEnabled = false }, seen.Tag);
        await host.Pays(Form.Consume(Next(), points: "1"));

        Assert.That((await host.Deliveries(address), await host.Deliveries(disabled)), Is.EqualTo((Array.Empty<JsonElement>(), Array.Empty<JsonElement>())));
    }

    [Test]
    public async Task What_is_told_twice_is_told_to_each_with_a_signature_of_its_own()
    {
        var (_, one) = await host.Subscribe("left", "transaction.approved");
        var (_, other) = await host.Subscribe("right", "transaction.approved");
        await host.Pays(Form.Consume(Next(), points: "1"));

        var (left, right) = ((await host.Told("left", 1)).Single(), (await host.Told("right", 1)).Single());
        Assert.That((left.Id, left.Body), Is.EqualTo((right.Id, right.Body)));
        Assert.That((left.IsSignedWith(one), left.IsSignedWith(other), right.IsSignedWith(other)), Is.EqualTo((true, false, true)));
    }

    [Test]
    public async Task Many_transactions_of_one_card_at_once_are_told_in_the_order_of_their_effects()
    {
        var (address, _) = await host.Subscribe("many", "transaction.approved");
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.Pays(Form.Consume(Next(), points: "0.01"))));

        await host.Settled(address);
        var told = host.Receiver.At("many").Select(one => long.Parse(one.Data.GetProperty("serial").GetString()!, CultureInfo.InvariantCulture)).ToList();
        Assert.That(told, Has.Count.EqualTo(40).And.Ordered.And.Unique, "one host's numbers grow");
    }

    [Test]
    public async Task A_new_secret_signs_at_once_and_the_former_one_for_a_day()
    {
        var (address, former) = await host.Subscribe("secrets", "transaction.approved");
        var changed = await host.Manager.Post($"{address}/secret", new { });
        await host.Pays(Form.Consume(Next(), points: "1"));

        var told = (await host.Told("secrets", 1)).Single();
        Assert.That((told.Signatures.Count, told.IsSignedWith(changed["secret"]!), told.IsSignedWith(former)), Is.EqualTo((2, true, true)));
        Assert.That(changed.Tag, Is.Null, "nothing that is seen later has its tag");
        Assert.That((await host.Manager.Get(address))["secret"], Is.Empty, "it is shown once");

        // Who did not change over yet is not left without any.
        Assert.That((await host.Manager.Post($"{address}/secret", new { })).Status, Is.EqualTo(HttpStatusCode.Conflict));
        await host.Pays(Form.Consume(Next(), points: "1"));
        Assert.That((await host.Told("secrets", 2))[1].IsSignedWith(former), Is.True);
        var log = await (await BackOfficeClient.Of(host.Host, Role.SecurityOfficer)).Get($"audit?subject={address}");
        Assert.That(log.Text, Does.Not.Contain("whsec_").And.Not.Contain("secrets\\\""), "neither a secret nor a path");
        Assert.That(log.Json.GetProperty("items").GetArrayLength(), Is.EqualTo(2));
    }

    private static int Next() => Interlocked.Increment(ref traces);

    private static int Trace(Form form) => int.Parse(form.Fields["traceNo"], CultureInfo.InvariantCulture);
}
