using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Jpos.Benchmarks.Abuse;

/// <summary>What attackers try, each at a rate that one machine sends easily.</summary>
/// <param name="keys">Keys of the back office, by the role of their owner.</param>
internal sealed class Attacks(IReadOnlyDictionary<string, string> keys)
{
    private const string Consume = "/v1/jpos/trans/consume";
    private const string SigningTerminal = RogueTerminal.Number;
    private const int MostWebhooks = 20;
    private const string PinCard = "9900000000000028";

    private static readonly string[] SignOns = ["10000001", "10000004", "10000005"];

    /// <summary>The terminal after those of the tills.</summary>
    private static readonly string Rogue = Fill.Terminal(Tills.Count);

    /// <summary>A period with all that is in the database, no longer than lists take.</summary>
    public static readonly string Period = string.Create(
        CultureInfo.InvariantCulture, $"from={TimeProvider.System.GetUtcNow().AddDays(-29):yyyy-MM-dd}T00:00:00Z&to={TimeProvider.System.GetUtcNow().AddDays(1):yyyy-MM-dd}T00:00:00Z");

    public IEnumerable<Attack> All =>
    [
        new("Silent connections", "200 a second, held", (attacker, stop) => Hold(attacker, 200, "", stop)),
        new("Headers that never end", "200 a second, held", (attacker, stop) => Hold(attacker, 200, "POST /v1/jpos/cards HTTP/1.1\r\nHost: a\r\nX-A: ", stop)),
        new("Bodies that never end", "200 a second, held", (attacker, stop) =>
            Hold(attacker, 200, "POST /v1/jpos/cards HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 16000\r\n\r\nstoreNo=1", stop)),
        Forms("Wrong MACs", 400, Consume, number => Paying(SigningTerminal, number), mac: "0123456789ABCDEF"),
        Forms("Wrong MACs over bodies of 16 KiB", 200, Consume, number => Padded(Paying(SigningTerminal, number), 16_000), mac: "0123456789ABCDEF"),
        Forms("Unknown terminals", 400, Consume, number => Paying($"9{number % 10_000_000:D7}", number)),
        Forms("Sign-ons of three terminals, by a stranger", 400, "/v1/jpos/terminal/checkin", number => $"storeNo={Fill.Store}&terminalNo={SignOns[number % SignOns.Length]}&operatorNo=01"),
        Forms("PIN blocks at one terminal", 200, Consume, number => $"{Paying(Rogue, number, PinCard)}&password=0123456789ABCDEF"),
        new("Wrong PINs in signed messages, over 100 cards", "200 a second", WrongPins),
        new("One signed request for a verify code, replayed", "200 a second", Replay),
        Forms("Unknown cards at one terminal", 200, "/v1/jpos/cards", number => $"storeNo={Fill.Store}&terminalNo={Rogue}&cardNo=99{number % 10_000_000:D14}&batchNo={Fill.OpenBatch}&traceNo=000001"),
        Forms("50 voucher lines", 200, Consume, number => $"{Paying(Rogue, number)}&vaucher=[{Lines(50)}]"),
        Forms("3 300 voucher lines", 50, Consume, number => $"{Paying(Rogue, number)}&vaucher=[{Lines(3300)}]"),
        Forms("Gzip that unpacks to much", 200, Consume, number => Padded(Paying(Rogue, number), 15_000), encoding: "gzip"),
        Forms("Verify codes for ever other mobiles", 200, "/v1/jpos/mobile/sendVerifyCode", number => $"storeNo={Fill.Store}&terminalNo={Rogue}&mobileNo=138{number % 100_000_000:D8}&traceNo=000001"),
        Office("Wrong keys of the back office", 400, 8, HttpMethod.Get, _ => "cards", _ => "jpos_" + Attacker.Unique()),
        new("Readiness", "400 a second", (attacker, stop) => Attacker.Repeat(400, 8, _ => attacker.Get("/health/ready", stop), stop)),
        Office("Lists by rare filters", 50, 8, HttpMethod.Get, number => $"transactions?{Period}&status=refunded&limit={1 + (number % 200)}"),
        Office("Lists of batches by rare filters", 50, 8, HttpMethod.Get, _ => $"batches?{Period}&state=unequal&limit=200"),
        Office("Pages of 200", 50, 8, HttpMethod.Get, _ => $"transactions?{Period}&limit=200"),
        Office("Totals of all points", 50, 8, HttpMethod.Get, _ => "programme/liability"),
        Office("12 exports at once", 50, 12, HttpMethod.Get, _ => $"exports/transactions?{Period}"),
        Office("12 workbooks at once", 50, 12, HttpMethod.Get, _ => $"exports/transactions?{Period}&format=xlsx"),
        Import("Imports of 8 MiB of commas", "members", () => new string(',', 8 * 1024 * 1024)),
        Import("Imports of 20 000 invalid rows", "members", () => "name,mobile\n" + string.Concat(Enumerable.Repeat("x,y\n", 20_000))),
        new("20 webhooks that nobody answers", "each event of the tills", Subscribe),
        Office("JSON that is 64 levels deep and 60 KiB long", 100, 8, HttpMethod.Post, _ => "stores", content: () =>
            Json(string.Concat(Enumerable.Repeat("{\"a\":", 64)) + '"' + new string('x', 60_000) + '"' + new string('}', 64))),
    ];

    private static Attack Forms(string name, int perSecond, string path, Func<int, string> body, string? mac = null, string? encoding = null) =>
        new(name, $"{perSecond} a second", (attacker, stop) => Attacker.Repeat(perSecond, 8, number => attacker.Form(path, body(number), stop, mac, encoding), stop));

    private Attack Office(string name, int perSecond, int atOnce, HttpMethod method, Func<int, string> path, Func<int, string>? key = null, Func<HttpContent>? content = null) =>
        new(name, $"{perSecond} a second, {atOnce} at once", (attacker, stop) =>
            Attacker.Repeat(perSecond, atOnce, number => attacker.Office(method, path(number), key?.Invoke(number) ?? keys["administrator"], stop, content?.Invoke()), stop));

    private Attack Import(string name, string kind, Func<string> file)
    {
        var bytes = new Lazy<byte[]>(() => Encoding.UTF8.GetBytes(file()));
        return new(name, "4 at once", (attacker, stop) => Attacker.Repeat(
            10,
            4,
            _ =>
            {
                var content = new ByteArrayContent(bytes.Value);
                content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
                return attacker.Office(HttpMethod.Post, $"imports/{kind}", keys["administrator"], stop, content);
            },
            stop));
    }

    /// <summary>Tries PINs as a terminal in the wrong hands can: everything is right but the PIN.</summary>
    private static async Task WrongPins(Attacker attacker, CancellationToken stop)
    {
        var terminal = await RogueTerminal.SignOn(attacker.Target, stop);
        await Attacker.Repeat(
            200,
            8,
            number =>
            {
                var card = PinCards.Card(number);
                var pin = RandomNumberGenerator.GetInt32(900_000).ToString("D6", CultureInfo.InvariantCulture);
                return attacker.Request(terminal.Sign(Consume, $"{Paying(RogueTerminal.Number, number, card, batch: 1)}&password={terminal.PinBlock(pin, card)}"), stop);
            },
            stop);
    }

    /// <summary>Sends the same signed request again and again.</summary>
    private static async Task Replay(Attacker attacker, CancellationToken stop)
    {
        const string Path = "/v1/jpos/mobile/sendVerifyCode";
        var terminal = await RogueTerminal.SignOn(attacker.Target, stop);
        var mobile = $"135{RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture)}";
        var request = terminal.Sign(Path, $"storeNo={Fill.Store}&terminalNo={RogueTerminal.Number}&mobileNo={mobile}");
        await Attacker.Repeat(200, 8, _ => attacker.Request(request, stop), stop);
    }

    /// <summary>Subscribes as often as one may to all events, at an address where nobody listens, and unsubscribes at the end.</summary>
    private async Task Subscribe(Attacker attacker, CancellationToken stop)
    {
        using var desk = new BackOfficeDesk(attacker.Target, keys["administrator"]);
        var made = new List<string>();
        for (var number = 0; number < MostWebhooks; number++)
        {
            var subscribed = await desk.Post("webhooks", new { url = "https://localhost:1/", events = (string[])["transaction.approved"] });
            attacker.Count(subscribed.TryGetProperty("id", out var id) ? "201" : "200");
            made.AddRange(id.ValueKind is JsonValueKind.Undefined ? [] : [id.ToString()]);
        }

        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }

        foreach (var id in made)
        {
            await desk.Do("DELETE", $"webhooks/{id}");
        }
    }

    private static async Task Hold(Attacker attacker, int perSecond, string bytes, CancellationToken stop)
    {
        var held = new List<Socket>();
        try
        {
            await Attacker.Repeat(
                perSecond,
                4,
                async _ =>
                {
                    var socket = await attacker.Open(bytes, stop);
                    lock (held)
                    {
                        held.Add(socket);
                    }
                },
                stop);
        }
        finally
        {
            held.ForEach(socket => socket.Dispose());
        }
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static string Paying(string terminal, int number, string card = "9800000000000001", int batch = Fill.OpenBatch) => string.Create(
        CultureInfo.InvariantCulture,
        $"storeNo={Fill.Store}&terminalNo={terminal}&cardNo={card}&batchNo={batch:D6}&traceNo={(number % 999_999) + 1:D6}&consumeType=01&pointAmount=0.01&cashAmount=0");

    private static string Padded(string body, int length) => $"{body}&unknown={new string('x', length - body.Length - 9)}";

    private static string Lines(int count) => string.Join(',', Enumerable.Range(1, count).Select(number => $"{{\"id\":{number},\"num\":1}}"));
}
