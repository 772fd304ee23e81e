using System.Text.Json;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>The keys of each endpoint's answers and the kinds of their values: those of the interface document's tables, approved or declined (protocol §1).</summary>
internal sealed class AnswerShapeTests
{
    private const string CheckIn = "status message transTime batchNo storeName workingKey";
    private const string Cards = "status message transTime pointBalance avaiablePointBalance vaucher idType idNo name gender mobileNo grade address email";
    private const string Cancel = "status message transTime serialNo pointBalance avaiablePointBalance usePoint persentPoint";
    private const string Consume = Cancel + " advertisement";
    private const string Refund = "status message transTime serialNo pointBalance avaiablePointBalance returnPoint returnPersentPoint returnCash supplyCash";
    private const string Tickets = "status message transTime pointBalance avaiablePointBalance ticket";
    private const string ConsumeTickets = "status message transTime serialNo advertisement";
    private const string SendVerifyCode = "status message transTime";
    private const string Activate = "status message transTime serialNo";
    private const string Settle = "status message transTime settleFlag";
    private const string Mobile = "13900000001";

    private static readonly HashSet<string> Numbers = ["transTime", "pointBalance", "avaiablePointBalance", "usePoint", "persentPoint", "returnPoint", "returnPersentPoint", "returnCash", "supplyCash", "id", "amount", "num"];

    private static readonly HashSet<string> Arrays = ["vaucher", "ticket"];

    private JposHost host = null!;

    [OneTimeSetUp]
    public async Task Start() => host = await ProtocolHost.RunSignedOn();

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Approved_answers_have_the_keys_of_the_document_and_no_others()
    {
        var checkIn = await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        var cards = await host.Post("/v1/jpos/cards", Form.Query());
        var consume = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1", cash: "50"));
        var cancel = await host.Post("/v1/jpos/trans/cancel", Form.Cancel(2, 1));
        var cancelReversal = await host.Post("/v1/jpos/trans/cancelReversal", Form.Cancel(2, 1));
        var consumeReversal = await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(1, points: "1", cash: "50"));
        Assert.Multiple(() =>
        {
            AssertShape(checkIn, "00", CheckIn);
            AssertShape(cards, "00", Cards);
            AssertShape(consume, "00", Consume);
            AssertShape(cancel, "00", Cancel);
            AssertShape(cancelReversal, "00", Cancel);
            AssertShape(consumeReversal, "00", Consume);
        });
    }

    [Test]
    public async Task Approved_answers_of_refunds_tickets_activations_and_settlements_have_the_keys_of_the_document_and_no_others()
    {
        using var texts = new Texts();
        await using var all = await ProtocolHost.Run(texts.AsSetting());
        await all.SignOn(Form.Terminal);
        var consume = await all.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "1", cash: "50"));
        var refund = await all.Post("/v1/jpos/refunds", Forms.Refund(2, consume.Serial));
        var cancelRefund = await all.Post("/v1/jpos/refunds/cancel", Forms.CancelRefund(3, 2));
        var tickets = await all.Post("/v1/jpos/tickets", Form.Query());
        var consumeTickets = await all.Post("/v1/jpos/tickets/consume", Forms.ConsumeTickets(4));
        var reversed = await all.Post("/v1/jpos/tickets/consumeReversal", Forms.ConsumeTickets(4));
        var sent = await all.Post("/v1/jpos/mobile/sendVerifyCode", Forms.SendVerifyCode(Mobile));
        var activated = await all.Post("/v1/jpos/card/active", Forms.Activate(5, Mobile, texts.CodesFor(Mobile)[0]));
        var settled = await all.Post("/v1/jpos/trans/settle", Form.Settle());
        Assert.Multiple(() =>
        {
            AssertShape(refund, "00", Refund);
            AssertShape(cancelRefund, "00", Cancel);
            AssertShape(tickets, "00", Tickets);
            AssertShape(consumeTickets, "00", ConsumeTickets);
            AssertShape(reversed, "00", ConsumeTickets);
            AssertShape(sent, "00", SendVerifyCode);
            AssertShape(activated, "00", Activate);
            AssertShape(settled, "00", Settle);
        });
        foreach (var ticket in tickets.Json.GetProperty("ticket").EnumerateArray())
        {
            Assert.That(ticket.EnumerateObject().Select(key => key.Name), Is.EquivalentTo("id type amount name num".Split(' ')));
            AssertKinds(ticket);
        }
    }

    [TestCase("terminal/checkin", CheckIn)]
    [TestCase("cards", Cards)]
    [TestCase("trans/consume", Consume)]
    [TestCase("trans/consumeReversal", Consume)]
    [TestCase("trans/cancel", Cancel)]
    [TestCase("trans/cancelReversal", Cancel)]
    [TestCase("refunds", Refund)]
    [TestCase("refunds/cancel", Cancel)]
    [TestCase("tickets", Tickets)]
    [TestCase("tickets/consume", ConsumeTickets)]
    [TestCase("tickets/consumeReversal", ConsumeTickets)]
    [TestCase("mobile/sendVerifyCode", SendVerifyCode)]
    [TestCase("card/active", Activate)]
    [TestCase("trans/settle", Settle)]
    public async Task Declines_have_every_key_and_say_what_is_wrong(string path, string keys)
    {
        var form = Form.Consume(11).With("operatorNo", "01").With("oriBatchNo", "000001").With("oriTraceNo", "000777").With("cashAmount", "1");
        form = Form.Settle().Fields.Concat(Forms.ConsumeTickets(11).Fields).Concat(Forms.Activate(11, Mobile, "123456").Fields).Concat(Forms.Refund(11, "999999999999").Fields)
            .Aggregate(form, (all, field) => all.With(field.Key, field.Value));
        Form[] wrong = [form.With("storeNo", null), form.With("storeNo", "100000000000003"), form.With("terminalNo", "10000003"), form.With("terminalNo", "!")];
        foreach (var message in wrong)
        {
            var answer = await host.Post($"/v1/jpos/{path}", message);
            Assert.That(answer.Status, Is.AnyOf("30", "03", "58"));
            AssertShape(answer, answer.Status, keys + " detail");
            AssertEmpty(answer);
        }
    }

    [TestCase("trans/consume", "9900000000000044", "41", Consume)]
    [TestCase("trans/cancel", Form.GoldCard, "25", Cancel)]
    [TestCase("trans/consumeReversal", Form.GoldCard, "25", Consume)]
    [TestCase("trans/cancelReversal", Form.GoldCard, "25", Cancel)]
    [TestCase("cards", "9900000000000044", "41", Cards)]
    [TestCase("refunds", Form.GoldCard, "25", Refund)]
    [TestCase("refunds/cancel", Form.GoldCard, "25", Cancel)]
    [TestCase("tickets", "9900000000000044", "41", Tickets)]
    [TestCase("tickets/consume", Form.GoldCard, "51", ConsumeTickets)]
    [TestCase("tickets/consumeReversal", Form.GoldCard, "25", ConsumeTickets)]
    [TestCase("card/active", Forms.IssuedCard, "05", Activate)]
    [TestCase("mobile/sendVerifyCode", Form.GoldCard, "92", SendVerifyCode)]
    [TestCase("trans/settle", Form.GoldCard, "13", Settle)]
    public async Task Stored_declines_have_every_key_too(string path, string card, string status, string keys)
    {
        var trace = 100 + Array.IndexOf(
            ["trans/consume", "trans/cancel", "trans/consumeReversal", "trans/cancelReversal", "cards", "refunds", "refunds/cancel", "tickets/consume", "tickets/consumeReversal", "card/active"], path);
        var form = Form.Consume(trace, cash: "1", card: card).With("oriBatchNo", "000001").With("oriTraceNo", "000777").With("ticket", """[{"id":99,"num":1}]""");
        form = form.With("mobileNo", Mobile).With("verifyCode", "123456").With("idType", "01").With("oriSerialNo", path == "refunds" ? "999999999999" : null);
        form = Form.Settle().Fields.Where(field => !form.Fields.ContainsKey(field.Key)).Aggregate(form, (all, field) => all.With(field.Key, field.Value));
        form = form.With("ticketCreditAmount", "NaN");
        var answer = await host.Post($"/v1/jpos/{path}", form);
        AssertShape(answer, status, keys + " detail");
        AssertEmpty(answer);
    }

    [Test]
    public async Task A_voucher_has_the_four_keys_of_the_document()
    {
        var answer = await host.Post("/v1/jpos/cards", Form.Query());
        var voucher = answer.Json.GetProperty("vaucher").EnumerateArray().Single();
        Assert.That(voucher.EnumerateObject().Select(key => key.Name), Is.EquivalentTo("id amount num name".Split(' ')));
        AssertKinds(voucher);
    }

    [Test]
    public async Task The_samples_values_have_the_samples_kinds()
    {
        // The document's sample of a card query; only what its own table or protocol §1 corrects is of another form.
        using var sample = JsonDocument.Parse("""
            {
              "status": "00", "message": "成功", "transTime": 1415125804472, "pointBalance": 1, "avaiablePointBalance": 0,
              "vaucher": [{"id": 1, "amount": 1, "num": 2, "name": "vv1"}],
              "idType": "01", "idNo": "0123456789012345678", "name": "张三", "gender": "01", "mobileNo": "13800000000", "grade": "0", "address": "", "email": "zhangsan@gmail.com"
            }
            """);
        var answer = await host.Post("/v1/jpos/cards", Form.Query());
        Assert.That(KindsOf(answer.Json), Is.EqualTo(KindsOf(sample.RootElement)));
    }

    [TestCase("0.10", "0", "0.1")]
    [TestCase("5.00", "0", "5")]
    [TestCase("0.25", "0", "0.25")]
    [TestCase("0", "10.00", "0")]
    public async Task Amounts_are_numbers_without_trailing_zeros(string points, string cash, string expected)
    {
        var trace = 200 + (int)(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture) * 100);
        var answer = await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points, cash));
        Assert.That(answer.Json.GetProperty("usePoint").GetRawText(), Is.EqualTo(expected));
        foreach (var amount in answer.Json.EnumerateObject().Where(key => key.Value.ValueKind is JsonValueKind.Number))
        {
            Assert.That(amount.Value.GetRawText(), Does.Match(@"^-?(0|[1-9][0-9]*)(\.[0-9]?[1-9])?$"), amount.Name);
        }
    }

    [Test]
    public async Task Answers_are_utf8_json()
    {
        using var content = Form.Query().ToContent();
        using var response = await host.Http.PostAsync(new Uri("/v1/jpos/cards", UriKind.Relative), content);
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.That(bytes[0], Is.EqualTo((byte)'{'), "no byte order mark");
    }

    private static void AssertShape(TerminalAnswerText answer, string status, string keys)
    {
        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        Assert.That(answer.Json.EnumerateObject().Select(key => key.Name), Is.EquivalentTo(keys.Split(' ')), answer.Text);
        AssertKinds(answer.Json);
    }

    private static void AssertKinds(JsonElement values)
    {
        foreach (var value in values.EnumerateObject())
        {
            var kind = Arrays.Contains(value.Name) ? JsonValueKind.Array : Numbers.Contains(value.Name) ? JsonValueKind.Number : JsonValueKind.String;
            Assert.That(value.Value.ValueKind, Is.EqualTo(kind), value.Name);
        }
    }

    private static void AssertEmpty(TerminalAnswerText answer)
    {
        foreach (var value in answer.Json.EnumerateObject().Where(key => key.Name is not ("status" or "message" or "detail" or "transTime")))
        {
            Assert.That(value.Value.GetRawText(), Is.AnyOf("\"\"", "0", "[]"), value.Name);
        }
    }

    private static Dictionary<string, JsonValueKind> KindsOf(JsonElement values) => values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.ValueKind);
}
