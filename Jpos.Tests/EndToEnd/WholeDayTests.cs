using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd;

/// <summary>A till's day and the next morning, with every message there is: every status, figure, balance, total and flag (protocol §4 to §8).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed partial class WholeDayTests(Engine engine)
{
    private const string NewCard = "9900000000000036";
    private const string Mobile = "13912345678";

    private TemporaryFolder folder = null!;
    private JposHost host = null!;

    [SetUp]
    public async Task Open()
    {
        folder = new TemporaryFolder();
        host = await JposHost.Run([KeyValuePair.Create("Jpos:Sms:File", Sms)], engine: engine);
    }

    /// <summary>The host checks the books when it is disposed of.</summary>
    [TearDown]
    public async Task Close()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Every_figure_of_a_day_is_right()
    {
        await CheckIn("000001");
        await Card(Form.GoldCard, "000001", "00 1000/1000 [1x2] 张三 1");
        await Tickets("000001", "1x2:03@50 2x3:01@30 3x1:02@20");

        // Paying with points, cash, vouchers, all of them, and what is declined.
        var points = await Says("00 use 10 gift 0 = 990/990", "trans/consume", Form.Consume(1, points: "10"));
        Assert.That(points.Json.GetProperty("advertisement").GetString(), Is.EqualTo("欢迎参加会员日活动"));
        var cash = await Says("00 use 0 gift 4.99 = 994.99/990", "trans/consume", Form.Consume(2, cash: "333.33"));
        var voucher = await Says("00 use 0 gift 0 = 994.99/990", "trans/consume", Form.Consume(3, vouchers: """[{"id":1,"num":1}]"""));
        var mixedForm = Form.Consume(4, points: "20.50", cash: "100", vouchers: """{"id":"1","num":"1"}""");
        var mixed = await Says("00 use 20.5 gift 1.5 = 975.99/969.5", "trans/consume", mixedForm);
        await Card(Form.GoldCard, "000001", "00 975.99/969.5 [] 张三 1");
        var usedVoucher = Form.Consume(5, points: "1", vouchers: """[{"id":1,"num":1}]""");
        var declined = await Says("51 use 0 gift 0 = 0/0", "trans/consume", usedVoucher);
        await Says("51 use 0 gift 0 = 0/0", "trans/consume", Form.Consume(6, points: "969.51"));
        await Says("13 use 0 gift 0 = 0/0", "trans/consume", Form.Consume(7));
        await Repeats(mixed, "trans/consume", mixedForm);
        await Repeats(declined, "trans/consume", usedVoucher);
        await Totals("000001", "4 30.5 | 0 0 | 0 0 | 0 0 0 | 4");

        // Cancels, and reversals of a cancel and of a consume.
        var cancelForm = Form.Cancel(8, 4);
        var cancel = await Says("00 use 20.5 gift 1.5 = 994.99/990", "trans/cancel", cancelForm);
        await Card(Form.GoldCard, "000001", "00 994.99/990 [1x1] 张三 1");
        await Says("22 use 0 gift 0 = 0/0", "trans/cancel", Form.Cancel(9, 4));
        await Says("12 use 0 gift 0 = 0/0", "trans/consumeReversal", mixedForm);
        await Totals("000001", "4 30.5 | 1 20.5 | 0 0 | 1 0 0 | 5");
        var cancelReversed = await Says("00 use 20.5 gift 1.5 = 975.99/969.5", "trans/cancelReversal", cancelForm);
        await Totals("000001", "4 30.5 | 0 0 | 0 0 | 0 0 0 | 4");
        var again = await Says("00 use 20.5 gift 1.5 = 994.99/990", "trans/cancel", Form.Cancel(10, 4));
        await Repeats(cancelReversed, "trans/cancelReversal", cancelForm);
        await Says("94 use 0 gift 0 = 0/0", "trans/cancel", cancelForm);

        var wrong = Form.Consume(11, points: "5", cash: "200");
        var paid = await Says("00 use 5 gift 3 = 992.99/985", "trans/consume", wrong);
        await Totals("000001", "5 35.5 | 1 20.5 | 0 0 | 1 0 0 | 6");
        var undone = await Says("00 use 5 gift 3 = 994.99/990", "trans/consumeReversal", wrong);
        await Repeats(undone, "trans/consumeReversal", wrong);
        await Says("94 use 0 gift 0 = 0/0", "trans/consume", wrong);
        var lost = Form.Consume(12, points: "5");
        var tombstone = await Says("25 use 0 gift 0 = 0/0", "trans/consumeReversal", lost);
        await Says("94 use 0 gift 0 = 0/0", "trans/consume", lost);
        await Repeats(tombstone, "trans/consumeReversal", lost);
        await Says("12 use 0 gift 0 = 0/0", "trans/consumeReversal", usedVoucher);
        await Totals("000001", "4 30.5 | 1 20.5 | 0 0 | 1 0 0 | 5");

        // Tickets, and their reversal.
        var pieces = await Says("00", "tickets/consume", OfTickets(13, """[{"id":3,"num":1},{"id":2,"num":2,"type":"01"}]"""));
        Assert.That(pieces.Json.GetProperty("advertisement").GetString(), Is.EqualTo("欢迎参加会员日活动"));
        await Totals("000001", "4 30.5 | 1 20.5 | 1 80 | 1 0 0 | 6");
        var last = OfTickets(14, """[{"id":2,"num":1}]""");
        var used = await Says("00", "tickets/consume", last);
        await Tickets("000001", "1x1:03@50");
        await Totals("000001", "4 30.5 | 1 20.5 | 2 110 | 1 0 0 | 7");
        var returned = await Says("00", "tickets/consumeReversal", last);
        await Says("51", "tickets/consume", OfTickets(15, """[{"id":1,"num":1},{"id":2,"num":2}]"""));
        await Tickets("000001", "1x1:03@50 2x1:01@30");

        // A refund in the open batch, and its cancel.
        var refund = await Returns("00 points 0 gift 4.99 cash 333.33 supply 0 = 990/990", Refund(16, cash.Serial));
        await Returns("22 points 0 gift 0 cash 0 supply 0 = 0/0", Refund(17, cash.Serial));
        await Says("22 use 0 gift 0 = 0/0", "trans/cancel", Form.Cancel(18, 2));
        await Totals("000001", "4 30.5 | 2 20.5 | 1 80 | 1 1 0 | 7");
        var refundCancel = await Says("00 use 0 gift 4.99 = 994.99/990", "refunds/cancel", Form.Cancel(19, 16));
        await Says("22 use 0 gift 0 = 0/0", "refunds/cancel", Form.Cancel(20, 16));
        await Returns("22 points 0 gift 0 cash 0 supply 0 = 0/0", Refund(21, mixed.Serial));
        await Totals("000001", "5 30.5 | 2 20.5 | 1 80 | 2 1 0 | 8");

        // A new member.
        await Card(NewCard, "000001", "00 0/0 []  ");
        await Says("21 use 0 gift 0 = 0/0", "trans/consume", Form.Consume(22, cash: "1000", card: NewCard));
        await Says("00", "mobile/sendVerifyCode", Form.Of(("storeNo", Form.Store), ("terminalNo", Form.Terminal), ("mobileNo", Mobile)));
        var code = await Code();
        await Says("05", "card/active", Activation(23, WrongFor(code)));
        var activation = await Says("00", "card/active", Activation(24, code));
        await Says("12", "card/active", Activation(25, code));
        var first = await Says("00 use 0 gift 10 = 10/0", "trans/consume", Form.Consume(26, cash: "1000", card: NewCard));
        await Totals("000001", "6 30.5 | 2 20.5 | 1 80 | 2 1 1 | 10");

        // The two sides do not agree, by one fen.
        var claim = Claim("000001", "6 30.49 2 20.5 1 80 2 1 1 10");
        var unequal = await Settles("ns", claim);
        await Repeats(unequal, "trans/settle", claim.With("traceNo", "999999").With("pointDebitAmount", "30.50"));
        await Totals("000001", "6 30.5 | 2 20.5 | 1 80 | 2 1 1 | 10");
        await Card(Form.GoldCard, "000001", "77 0/0 []  ");
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(27, points: "1"))).Status, Is.EqualTo("77"));

        // The next batch: the gifts are there to spend; a reversal comes late.
        await CheckIn("000002");
        await Card(Form.GoldCard, "000002", "00 994.99/994.99 [1x1] 张三 1");
        await Card(NewCard, "000002", "00 10/10 []  0");
        var spent = await Says("00 use 4 gift 0 = 6/6", "trans/consume", Form.Consume(1, points: "4.00", card: NewCard, batch: "000002"));
        var earned = await Says("00 use 0 gift 15 = 1009.99/994.99", "trans/consume", Form.Consume(2, cash: "1000", batch: "000002"));
        var piece = await Says("00", "tickets/consume", OfTickets(3, """[{"id":2,"num":1}]""", "000002"));
        var late = await Says("00 use 10 gift 0 = 1019.99/1004.99", "trans/consumeReversal", Form.Consume(1, points: "10"));
        await Totals("000001", "6 30.5 | 2 20.5 | 1 80 | 2 1 1 | 10");
        await Totals("000002", "2 4 | 0 0 | 1 30 | 0 0 0 | 3");
        await Settles("ss", Claim("000002", "2 4 0 0 1 30 0 0 0 3"));

        // The next day: the first message opens the batch; a gift that is spent is paid for.
        host.Time.Advance(TimeSpan.FromDays(1));
        await Returns("25 points 0 gift 0 cash 0 supply 0 = 0/0", Refund(1, first.Serial, NewCard, "000003", date: "20260303"));
        var owed = await Returns("00 points 0 gift 6 cash 1000 supply 4 = 0/0", Refund(2, first.Serial, NewCard, "000003", date: "20260302"));
        var spentBack = await Returns("00 points 4 gift 0 cash 0 supply 0 = 4/4", Refund(3, spent.Serial, NewCard, "000003"));
        await Totals("000003", "0 0 | 2 4 | 0 0 | 0 2 0 | 2");
        var stands = await Says("00 use 0 gift 6 = 10/10", "refunds/cancel", Form.Cancel(4, 2, NewCard, "000003").With("oriSerialNo", first.Serial));
        var whole = await Returns("00 points 0 gift 10 cash 1000 supply 0 = 0/0", Refund(5, first.Serial, NewCard, "000003"));
        await Totals("000003", "1 0 | 3 4 | 0 0 | 1 3 0 | 4");
        await Card(Form.GoldCard, "000003", "00 1019.99/1019.99 [1x1] 张三 1");
        await Settles("ss", Claim("000003", "1 0 3 4 0 0 1 3 0 4"));

        TerminalAnswerText[] made =
            [points, cash, voucher, mixed, cancel, again, paid, pieces, used, refund, refundCancel, activation, first, spent, earned, piece, owed, spentBack, stands, whole];
        Assert.That(made.Select(answer => answer.Serial), Is.Unique.And.All.Match("^[0-9]{12}$"));
        Assert.That(
            (cancelReversed.Serial, undone.Serial, returned.Serial, late.Serial), Is.EqualTo((cancel.Serial, paid.Serial, used.Serial, points.Serial)), "of what they reversed");
    }

    private string Sms => folder.File("sms.jsonl");

    private static Form Refund(int trace, string serial, string card = Form.GoldCard, string batch = "000001", string? date = null) =>
        Form.Query(card, batch).With("traceNo", Form.Six(trace)).With("oriSerialNo", serial).With("oriTransDate", date);

    private static Form OfTickets(int trace, string tickets, string batch = "000001") => Form.Query(batch: batch).With("traceNo", Form.Six(trace)).With("ticket", tickets);

    private static Form Activation(int trace, string code) => Form.Query(NewCard).With("traceNo", Form.Six(trace))
        .With("mobileNo", Mobile).With("verifyCode", code).With("idType", "01").With("idNo", "110101199001011237");

    /// <param name="batch">The batch.</param>
    /// <param name="figures">Point debit and credit, ticket debit, cancels, refunds, activations, all.</param>
    private static Form Claim(string batch, string figures)
    {
        string[] names =
        [
            "pointDebitCount", "pointDebitAmount", "pointCeditCount", "pointCreditAmount", "ticketDebitCount", "ticketDebitAmount",
            "cancelCount", "refundCount", "cardActiveCount", "totalTransCount",
        ];
        return names.Zip(figures.Split(' ')).Aggregate(Form.Settle(batch), (form, figure) => form.With(figure.First, figure.Second));
    }

    private static string WrongFor(string code) => code == "000000" ? "000001" : "000000";

    private async Task<string> Code()
    {
        var line = (await File.ReadAllLinesAsync(Sms)).Single();
        using var sms = JsonDocument.Parse(line);
        Assert.That(
            (sms.RootElement.GetProperty("mobileNo").GetString(), sms.RootElement.GetProperty("sentAt").GetInt64()),
            Is.EqualTo((Mobile, host.Time.GetUtcNow().ToUnixTimeSeconds())));
        return SixDigits().Match(sms.RootElement.GetProperty("text").GetString()!).Value;
    }

    private async Task CheckIn(string batch)
    {
        var answer = await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        Assert.That(
            (answer.Status, answer.Json.GetProperty("batchNo").GetString(), answer.Json.GetProperty("storeName").GetString(), answer.Json.GetProperty("workingKey").GetString()!.Length),
            Is.EqualTo(("00", batch, "示范门店", 80)));
    }

    private async Task Card(string card, string batch, string expected)
    {
        var answer = await host.Post("/v1/jpos/cards", Form.Query(card, batch));
        var vouchers = answer.Json.GetProperty("vaucher").EnumerateArray().Select(one => $"{one.GetProperty("id")}x{one.GetProperty("num")}");
        Assert.That(
            $"{answer.Status} {answer.Json.GetProperty("pointBalance")}/{answer.Json.GetProperty("avaiablePointBalance")} [{string.Join(' ', vouchers)}]"
            + $" {answer.Json.GetProperty("name")} {answer.Json.GetProperty("grade")}",
            Is.EqualTo(expected));
    }

    private async Task Tickets(string batch, string expected)
    {
        var answer = await host.Post("/v1/jpos/tickets", Form.Query(batch: batch));
        var tickets = answer.Json.GetProperty("ticket").EnumerateArray()
            .Select(one => $"{one.GetProperty("id")}x{one.GetProperty("num")}:{one.GetProperty("type")}@{one.GetProperty("amount")}").Order(StringComparer.Ordinal);
        Assert.That(string.Join(' ', tickets), Is.EqualTo(expected));
    }

    /// <param name="expected">The status, and the figures if the answer has any.</param>
    /// <param name="resource">Where it goes.</param>
    /// <param name="form">What is sent.</param>
    private Task<TerminalAnswerText> Says(string expected, string resource, Form form) => Answers(
        expected,
        resource,
        form,
        answer => answer.TryGetProperty("usePoint", out var use)
            ? $" use {use} gift {answer.GetProperty("persentPoint")} = {answer.GetProperty("pointBalance")}/{answer.GetProperty("avaiablePointBalance")}"
            : "");

    private Task<TerminalAnswerText> Returns(string expected, Form form) => Answers(
        expected,
        "refunds",
        form,
        answer => $" points {answer.GetProperty("returnPoint")} gift {answer.GetProperty("returnPersentPoint")} cash {answer.GetProperty("returnCash")}"
            + $" supply {answer.GetProperty("supplyCash")} = {answer.GetProperty("pointBalance")}/{answer.GetProperty("avaiablePointBalance")}");

    private Task<TerminalAnswerText> Settles(string flag, Form form) => Answers($"00 {flag}", "trans/settle", form, answer => $" {answer.GetProperty("settleFlag")}");

    private async Task<TerminalAnswerText> Answers(string expected, string resource, Form form, Func<JsonElement, string> figures)
    {
        var answer = await host.Post($"/v1/jpos/{resource}", form);
        Assert.That(answer.Status + figures(answer.Json), Is.EqualTo(expected), $"{resource} {form.Fields.GetValueOrDefault("traceNo")}: {answer.Detail}");
        Assert.That(answer.Json.GetProperty("transTime").GetInt64(), Is.EqualTo(host.Time.GetUtcNow().ToUnixTimeSeconds()));
        return answer;
    }

    private async Task Repeats(TerminalAnswerText first, string resource, Form form) =>
        Assert.That((await host.Post($"/v1/jpos/{resource}", form)).Text, Is.EqualTo(first.Text), "byte for byte");

    /// <param name="batch">The batch.</param>
    /// <param name="expected">Point debit, point credit, ticket debit, cancels, refunds and activations, all.</param>
    private async Task Totals(string batch, string expected)
    {
        var totals = (await host.InDatabase(db => db.Batches.AsNoTracking()
            .SingleAsync(row => row.TerminalNumber == TerminalNumber.Of(Form.Terminal) && row.Number == BatchNumber.Of(int.Parse(batch, CultureInfo.InvariantCulture))))).Totals;
        Assert.That(
            $"{totals.PointDebitCount} {Yuan(totals.PointDebitAmount.Fen)} | {totals.PointCreditCount} {Yuan(totals.PointCreditAmount.Fen)}"
            + $" | {totals.TicketDebitCount} {Yuan(totals.TicketDebitAmount.Fen)} | {totals.CancelCount} {totals.RefundCount} {totals.CardActiveCount} | {totals.TotalTransCount}",
            Is.EqualTo(expected),
            $"the totals of batch {batch}");
    }

    private static string Yuan(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
