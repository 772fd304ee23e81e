using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jpos.Benchmarks.Abuse;

/// <summary>The most expensive permitted message of each kind: with all fields, 50 ticket lines where there are lines, and 16 KiB long.</summary>
/// <param name="desk">Arranges what a message needs.</param>
/// <param name="texts">The file with the texts to mobiles.</param>
internal sealed partial class TerminalProbes(BackOfficeDesk desk, string texts)
{
    private const int LargestForm = 16 * 1024;
    private const int Lines = 50;
    private const string Root = "/v1/jpos/";
    private const string Limits = "16 KiB; 20 a second of a terminal, 500 of an address";
    private const string LimitsOfLines = "16 KiB, 50 lines; 20 a second of a terminal, 500 of an address";
    private const string LimitsOfCodes = "16 KiB; 30 texts an hour of a terminal, 1 000 in all";

    /// <summary>Claims of a settlement that match no batch, so that it is looked into.</summary>
    private const string Claims =
        "&pointDebitCount=1&pointDebitAmount=0.01&pointCeditCount=0&pointCreditAmount=0&ticketDebitCount=0&ticketDebitAmount=0&ticketCreditCount=0&ticketCreditAmount=0&totalTransCount=1&cancelCount=0&refundCount=0&cardActiveCount=0";

    private readonly int[] batches = [.. Enumerable.Repeat(Fill.OpenBatch, Fill.Terminals)];
    private readonly Dictionary<int, (string Vouchers, string Others)> lines = [];
    private int traces;

    /// <summary>A card number that nobody has.</summary>
    public static string New(int number) => $"96{number:D14}";

    public static string Card(int number) => $"98{number + 1:D14}";

    /// <summary>The probes, by method and path of the route.</summary>
    public Dictionary<string, RouteProbe> All => new()
    {
        [$"POST {Root}terminal/checkin"] = Of("terminal/checkin", Limits, number => Task.FromResult($"storeNo={Fill.Store}&terminalNo=10000005&operatorNo=01")),
        [$"POST {Root}cards"] = Of("cards", Limits, number => Task.FromResult(Keyed(number, NextTrace()))),
        [$"POST {Root}tickets"] = Of("tickets", Limits, number => Task.FromResult(Keyed(number, NextTrace()))),
        [$"POST {Root}trans/consume"] = Of("trans/consume", LimitsOfLines, number => Task.FromResult(Consume(number, NextTrace()))),
        [$"POST {Root}trans/consumeReversal"] = Of("trans/consumeReversal", LimitsOfLines, async number => await Sent("trans/consume", Consume(number, NextTrace()))),
        [$"POST {Root}trans/cancel"] = Of("trans/cancel", Limits, Cancel),
        [$"POST {Root}trans/cancelReversal"] = Of("trans/cancelReversal", Limits, async number => await Sent("trans/cancel", await Cancel(number))),
        [$"POST {Root}tickets/consume"] = Of("tickets/consume", LimitsOfLines, number => Task.FromResult(Tickets(number))),
        [$"POST {Root}tickets/consumeReversal"] = Of("tickets/consumeReversal", LimitsOfLines, async number => await Sent("tickets/consume", Tickets(number))),
        [$"POST {Root}refunds"] = Of("refunds", Limits, Refund),
        [$"POST {Root}refunds/cancel"] = Of("refunds/cancel", Limits, async number =>
        {
            var refund = await Refund(number);
            var trace = TraceOf().Match(refund).Groups[1].Value;
            await desk.Message(Root + "refunds", refund);
            return $"{Keyed(number, NextTrace())}&oriBatchNo={batches[number]:D6}&oriTraceNo={trace}";
        }),
        [$"POST {Root}trans/settle"] = Of("trans/settle", Limits, async number =>
        {
            await desk.Message(Root + "trans/consume", Consume(number, NextTrace()));
            return Settle(number);
        }),
        [$"POST {Root}mobile/sendVerifyCode"] = Of("mobile/sendVerifyCode", LimitsOfCodes, number => Task.FromResult(Code(number, $"136{number:D8}"))),
        [$"POST {Root}card/active"] = Of("card/active", Limits, async number =>
        {
            var mobile = $"137{number:D8}";
            await desk.Message(Root + "mobile/sendVerifyCode", Code(number, mobile));
            var said = (await File.ReadAllLinesAsync(texts)).Last(line => line.Contains(mobile, StringComparison.Ordinal));
            var code = SixDigits().Match(JsonDocument.Parse(said).RootElement.GetProperty("text").GetString()!).Value;
            return $"{Keyed(number, NextTrace(), New(number))}&mobileNo={mobile}&verifyCode={code}&idType=02&idNo=P{number:D8}";
        }),
    };

    /// <summary>Gives the cards 50 tickets of each sort, and issues cards that can be activated.</summary>
    /// <param name="product">A product that allows any number.</param>
    public async Task Arrange(long product)
    {
        string[] cards = [.. Enumerable.Range(0, RouteProbe.Usual + 1).Select(Card)];
        foreach (var type in (string[])["voucher", "exchange"])
        {
            for (var sort = 0; sort < Lines; sort++)
            {
                var kind = (await desk.Post("ticket-kinds", new { name = $"{type} {sort}", type, face = 0.01m, validDays = 90 })).GetProperty("id").ToString();
                await desk.Post($"ticket-kinds/{kind}/issues", new { cards, pieces = 1000, reason = "x" });
            }
        }

        for (var number = 0; number < cards.Length; number++)
        {
            var held = (await desk.Get($"cards/{cards[number]}/tickets?limit=200")).GetProperty("items").EnumerateArray().ToList();
            lines[number] = (Of(held, "voucher"), Of(held, "exchange"));
        }

        await desk.Post("cards/ranges", new { first = New(0), count = cards.Length, product });
    }

    private static string Of(IEnumerable<JsonElement> held, string type) => Uri.EscapeDataString(
        $"[{string.Join(',', held.Where(one => one.GetProperty("type").GetString() == type).Take(Lines).Select(one => $"{{\"id\":{one.GetProperty("id")},\"num\":1}}"))}]");

    private static RouteProbe Of(string path, string bound, Func<int, Task<string>> make) => new(
        bound == LimitsOfLines ? "form of 16 KiB, 50 lines" : "form of 16 KiB",
        bound,
        async number =>
        {
            var form = await make(number);
            return new RouteRequest(Root + path, new StringContent($"{form}&unknown={new string('x', LargestForm - form.Length - 9)}", Encoding.UTF8, "application/x-www-form-urlencoded"));
        });

    /// <summary>Sends a message first whose reversal is measured, or whose copy.</summary>
    private async Task<string> Sent(string path, string form)
    {
        await desk.Message(Root + path, form);
        return form;
    }

    private async Task<string> Cancel(int number)
    {
        var trace = NextTrace();
        await desk.Message(Root + "trans/consume", Consume(number, trace));
        return $"{Keyed(number, NextTrace())}&oriBatchNo={batches[number]:D6}&oriTraceNo={trace:D6}";
    }

    /// <summary>A refund of a consume in a settled batch.</summary>
    private async Task<string> Refund(int number)
    {
        var serial = (await desk.Message(Root + "trans/consume", Consume(number, NextTrace()))).GetProperty("serialNo").ToString();
        await desk.Message(Root + "trans/settle", Settle(number));
        return $"{Keyed(number, NextTrace())}&oriSerialNo={serial}";
    }

    private string Settle(int number) => string.Create(
        CultureInfo.InvariantCulture, $"storeNo={Fill.Store}&terminalNo={Fill.Terminal(number)}&batchNo={batches[number]++:D6}&traceNo=999999{Claims}");

    private string Consume(int number, int trace) => $"{Keyed(number, trace)}&consumeType=01&pointAmount=0.01&cashAmount=1000&vaucher={lines[number].Vouchers}";

    private string Tickets(int number) => $"{Keyed(number, NextTrace())}&ticket={lines[number].Others}";

    private string Keyed(int number, int trace, string? card = null) => string.Create(
        CultureInfo.InvariantCulture, $"storeNo={Fill.Store}&terminalNo={Fill.Terminal(number)}&cardNo={card ?? Card(number)}&batchNo={batches[number]:D6}&traceNo={trace:D6}");

    private static string Code(int number, string mobile) => $"storeNo={Fill.Store}&terminalNo={Fill.Terminal(number)}&mobileNo={mobile}";

    private int NextTrace() => ++traces;

    [GeneratedRegex("traceNo=([0-9]{6})")]
    private static partial Regex TraceOf();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
