using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Jpos.Tests.Hosting;

namespace Jpos.Benchmarks.Abuse;

/// <summary>The most expensive permitted request of each route of the back office: lists and texts at their longest, bodies of 64 KiB, pages of 200 rows.</summary>
/// <param name="desk">Arranges what a request needs.</param>
/// <param name="officer">A security officer's key.</param>
/// <param name="second">The key of another person, who approves.</param>
internal sealed class BackOfficeProbes(BackOfficeDesk desk, string officer, string second)
{
    private const int LargestBody = 64 * 1024;
    private const int Rows = 200;
    private const int ImportLines = 20_000;
    private const int ImportTimes = 2;
    private const int MostWebhooks = 20;
    private const int Few = 5;

    /// <summary>More than somebody may give alone.</summary>
    private const int ManyPoints = 5000;

    private const string LimitsOfActs = "64 KiB; 4 requests at once, 20 s";
    private const string LimitsOfLists = "200 rows; 4 requests at once";
    private const string QueryLimits = "one row or sum; 4 requests at once";
    private const string LimitsOfImports = "64 MiB, some lines at a time; 1 file at once, then 429";
    private const string LimitsOfExports = "rows streamed; 2 files at once, then 429";

    private static readonly string[] Components = ["0123456789ABCDEFFEDCBA9876543210", "101013131515161619191A1A1C1C1F1F"];
    private static readonly string[] Events =
        ["transaction.approved", "transaction.reversed", "transaction.cancelled", "transaction.refunded", "batch.settled", "batch.unequal", "card.stateChanged"];

    private static readonly string[] Denied = ["consume", "cancel", "refund", "refundCancel", "consumeTickets", "activate"];
    private static readonly string Reason = new('r', 200);
    private static readonly string Name = new('n', 100);
    private static readonly string Advertisement = new('欢', 499);
    private static readonly string Whole = Attacks.Period;

    private readonly Dictionary<string, RouteProbe> probes = [];
    private readonly List<string> stores = [];
    private long product;
    private string kind = "";
    private string member = "";
    private string terminal = "";
    private string batch = "";
    private string serial = "";
    private IReadOnlyList<(string Serial, string Card)> held = [];

    /// <summary>Makes a product whose cards may have any number.</summary>
    public async Task<long> MakeProduct() => product = (await desk.Post("card-products", Product("Any", []))).GetProperty("id").GetInt64();

    /// <summary>Fills the lists, so that a page of them is full.</summary>
    public async Task Arrange()
    {
        foreach (var number in Enumerable.Range(0, 500))
        {
            stores.Add($"2{number:D14}");
            await desk.Post("stores", Store(stores[^1]));
        }

        foreach (var number in Enumerable.Range(0, Rows))
        {
            terminal = $"6{number:D7}";

            // Each raises an alert, too.
            await desk.Post("terminals", Terminal(terminal, "optional"));
            await desk.Post("adjustments", Adjustment(number, ManyPoints));
            await desk.Post("card-products", Product(Name, Prefixes));
            await desk.Post("api-keys", Key());
            await desk.Post("campaigns", Campaign());
            kind = (await desk.Post("ticket-kinds", Kind())).GetProperty("id").ToString();
            member = (await desk.Post("members", Member($"L{number}"))).GetProperty("id").ToString();
        }

        foreach (var number in Enumerable.Range(0, 10))
        {
            await desk.Post("transport-keys", TransportKey($"key-{number}"), officer);
        }

        await desk.Do("PUT", "card-products/1000", Product("Copied", []));
        await desk.Do("PATCH", "programme", new { largeGift = 1 });
        foreach (var number in Enumerable.Range(0, Rows + RouteProbe.Usual + 1))
        {
            await desk.Message("/v1/jpos/trans/consume", Messages.Consume(Fill.Terminal(30 + (number % 30)), TerminalProbes.Card(number + 100), Fill.OpenBatch, 500 + number).Body.Replace("cashAmount=0", "cashAmount=1000", StringComparison.Ordinal));
        }

        batch = First(await desk.Get($"batches?{Whole}&limit=1"), "id");
        serial = First(await desk.Get($"transactions?{Whole}&limit=1"), "serial");
        held = [.. (await desk.Get($"held-gifts?limit={Rows}")).GetProperty("items").EnumerateArray().Select(one => (one.GetProperty("serial").GetString()!, one.GetProperty("card").GetString()!))];
        AddLists();
        AddLooks();
        AddCards();
        AddActs();
        AddBulk();
        AddOthers();
    }

    /// <summary>The probe of a route; null if nobody has thought of one.</summary>
    public RouteProbe? Of(string route) => probes.GetValueOrDefault(route);

    private void AddLists()
    {
        foreach (var path in (string[])["adjustments", "alerts", "api-keys", "campaigns", "card-products", "cards", "held-gifts", "imports", "members", "programme/versions", "stores", "terminals", "ticket-kinds"])
        {
            List(path, path);
        }

        List("audit", "audit", officer);
        List("transport-keys", "transport-keys", officer);
        Make("GET webhooks", $"limit={Rows}", LimitsOfLists, async _ =>
        {
            await FillWebhooks();
            return new($"webhooks?limit={Rows}");
        });
        List("batches", $"batches?{Whole}&state=unequal");
        List("batches/{id}/transactions", $"batches/{batch}/transactions?status=refunded");
        List("cards/{number}/statement", $"cards/{TerminalProbes.Card(0)}/statement?{Whole}");
        List("cards/{number}/tickets", $"cards/{TerminalProbes.Card(0)}/tickets");
        List("transactions", $"transactions?{Whole}&status=refunded");
        Make("GET imports/{id}/errors", $"limit={Rows}", LimitsOfLists, async number =>
        {
            var import = await desk.Send("POST", new RouteRequest(BackOfficeDesk.Root + "imports/cards", Csv("number,product\n" + Lines(Rows, line => $"x{number},{line}"))));
            return new($"imports/{JsonDocument.Parse(import.Text).RootElement.GetProperty("id")}/errors?limit={Rows}");
        });
        Make("GET webhooks/{id}/deliveries", $"limit={Rows}", LimitsOfLists, async _ => new($"webhooks/{(await Delivery()).Webhook}/deliveries?limit={Rows}"));
    }

    private void AddLooks()
    {
        Read("adjustments/{id}", async () => First(await desk.Get("adjustments?limit=1"), "id"));
        Read("alerts/{id}", async () => First(await desk.Get("alerts?limit=1"), "id"));
        Read("batches/{id}", () => Task.FromResult(batch));
        Read("campaigns/{id}", async () => Id(await desk.Post("campaigns", Campaign())));
        Read("card-products/{id}", () => Task.FromResult($"{product}"));
        Read("cards/{number}", () => Task.FromResult(TerminalProbes.Card(0)));
        Read("imports/{id}", async () => First(await desk.Get("imports?limit=1"), "id"));
        Read("members/{id}", () => Task.FromResult(member));
        Read("programme", () => Task.FromResult(""));
        Read("programme/liability", () => Task.FromResult(""));
        Read("stores/{number}", () => Task.FromResult(stores[0]));
        Read("terminals/{number}", () => Task.FromResult(terminal));
        Read("ticket-kinds/{id}", () => Task.FromResult(kind));
        Read("transactions/{serial}", () => Task.FromResult(serial));
        Read("transport-keys/{name}", () => Task.FromResult("key-0"));
        Read("webhooks/{id}", async () => Id(await Subscribed()));
    }

    private void AddCards()
    {
        // What one person may bring along in a day is limited: the administrator has used that up with tickets.
        Act("POST cards", number => Task.FromResult<(string, object?)>(("cards", new { number = $"95{number:D14}", product, member = long.Parse(member, CultureInfo.InvariantCulture), expiresOn = "2030-12-31", openingBalance = 0.01m })), second);
        Make("POST cards/ranges", "1 000 cards", "1 000 cards; 4 requests at once, 20 s", number =>
            Task.FromResult<RouteRequest>(new("cards/ranges", Json(new { first = $"94{number * 1000L:D14}", count = 1000, product, openingBalance = 0.01m }), second)));
        Act("POST cards/{number}/pin", number => Task.FromResult<(string, object?)>(($"cards/{TerminalProbes.Card(number)}/pin", new { reason = Reason, pinBlock = Block(TerminalProbes.Card(number)), transportKey = "key-0" })), officer);
        Act("POST cards/{number}/pin/unlock", number => Task.FromResult<(string, object?)>(($"cards/{TerminalProbes.Card(number)}/pin/unlock", new { reason = Reason })), officer);
        Act("POST cards/{number}/replacement", number =>
            Task.FromResult<(string, object?)>(($"cards/{TerminalProbes.Card(number)}/replacement", new { newNumber = $"93{number:D14}", expiresOn = "2031-12-31", reason = Reason })));
        Act("POST cards/{number}/state", number => Task.FromResult<(string, object?)>(($"cards/{TerminalProbes.Card(number + 1000)}/state", new { state = "frozen", reason = Reason })));
        Act("POST members", number => Task.FromResult<(string, object?)>(("members", Member($"M{number}"))));
        Act("PUT members/{id}", number => Task.FromResult<(string, object?)>(($"members/{member}", Member($"N{number}"))));
        Act("PATCH members/{id}", number => Task.FromResult<(string, object?)>(($"members/{member}", Member($"O{number}"))));
        Act("POST adjustments", number => Task.FromResult<(string, object?)>(("adjustments", Adjustment(number, 1))));
        Act("POST adjustments/{id}/decision", async number =>
            ($"adjustments/{Id(await desk.Post("adjustments", Adjustment(number, ManyPoints)))}/decision", new { card = TerminalProbes.Card(number + 200), isApproved = true, reason = Reason }), second);
        Act("POST held-gifts/{serial}/decision", number => Task.FromResult<(string, object?)>(($"held-gifts/{held[number].Serial}/decision", new { card = held[number].Card, isApproved = false, reason = Reason })));
        Make("POST ticket-kinds/{id}/issues", "500 cards", "500 cards; 4 requests at once, 20 s", _ => Task.FromResult<RouteRequest>(new(
            $"ticket-kinds/{kind}/issues", Json(new { cards = Enumerable.Range(1100, 500).Select(TerminalProbes.Card), pieces = 1, reason = Reason }))));
    }

    private void AddActs()
    {
        Act("POST alerts/{id}/acknowledgement", async number => ($"alerts/{await Alert(number)}/acknowledgement", null));
        Act("POST alerts/{id}/release", async number => ($"alerts/{await Alert(number + 30, isTaken: true)}/release", null));
        Act("POST alerts/{id}/resolution", async number => ($"alerts/{await Alert(number + 60, isTaken: true)}/resolution", new { note = new string('n', 500) }));
        Act("POST api-keys", _ => Task.FromResult<(string, object?)>(("api-keys", Key())));
        Act("POST api-keys/{id}/revocation", async _ => ($"api-keys/{Id(await desk.Post("api-keys", Key()))}/revocation", null));
        Changes("campaigns", "id", async () => Id(await desk.Post("campaigns", Campaign())), _ => Campaign());
        Changes("card-products", "id", async () => Id(await desk.Post("card-products", Product(Name, Prefixes))), _ => Product(Name, Prefixes));
        Changes("ticket-kinds", "id", async () => Id(await desk.Post("ticket-kinds", Kind())), _ => Kind());
        foreach (var method in (string[])["PUT", "PATCH"])
        {
            Act($"{method} programme", _ => Task.FromResult<(string, object?)>(("programme", Rules())));
            Act($"{method} stores/{{number}}", _ => Task.FromResult<(string, object?)>(($"stores/{stores[0]}", Store(null))));
            Act($"{method} terminals/{{number}}", _ => Task.FromResult<(string, object?)>(($"terminals/{terminal}", ChangedTerminal("optional"))));
        }

        Act("POST stores", number => Task.FromResult<(string, object?)>(("stores", Store($"3{number:D14}"))));
        Act("POST stores/{number}/operators", number => Task.FromResult<(string, object?)>(($"stores/{stores[1]}/operators", new { number = $"{number:D2}" })));
        Act("DELETE stores/{number}/operators/{operatorNumber}", async number =>
        {
            await desk.Post($"stores/{stores[2]}/operators", new { number = $"{number:D2}" });
            return ($"stores/{stores[2]}/operators/{number:D2}", null);
        });
        Act("POST terminals", number => Task.FromResult<(string, object?)>(("terminals", Terminal($"7{number:D7}", "required"))));
        Act("POST terminals/{number}/mac-policy/decision", async number =>
        {
            await desk.Post("terminals", Terminal($"8{number:D7}", "required"));
            await desk.Do("PUT", $"terminals/8{number:D7}", ChangedTerminal("off"));
            return ($"terminals/8{number:D7}/mac-policy/decision", new { macPolicy = "off", untilFirstSigned = false, isApproved = true });
        }, second);
        Act("POST terminals/{number}/master-key", number => Task.FromResult<(string, object?)>(($"terminals/6{number:D7}/master-key", new { components = Components, checkValue = "38866CCA" })), officer);
        Act("POST terminals/{number}/session-end", number => Task.FromResult<(string, object?)>(($"terminals/{Fill.Terminal(number)}/session-end", null)));
        Act("POST transport-keys", number => Task.FromResult<(string, object?)>(("transport-keys", TransportKey($"another-{number:D24}"))), officer, Few);
        Act("DELETE transport-keys/{name}", async number =>
        {
            await desk.Post("transport-keys", TransportKey($"spare-{number}"), officer);
            return ($"transport-keys/spare-{number}", null);
        }, officer, Few);
        Act("POST webhooks", async _ =>
        {
            await Unsubscribe();
            return ("webhooks", Webhook());
        }, times: 1);
        Changes("webhooks", "id", async () => Id(await Subscribed()), _ => Webhook(), isMade: false);
        Act("DELETE webhooks/{id}", async _ => ($"webhooks/{Id(await Subscribed())}", null), times: 1);
        Act("POST webhooks/{id}/secret", async _ =>
        {
            // A secret is changed once a day.
            await Unsubscribe();
            return ($"webhooks/{Id(await desk.Post("webhooks", Webhook()))}/secret", null);
        }, times: Few);
        Act("POST webhooks/{id}/redelivery", async _ => ($"webhooks/{(await Delivery()).Webhook}/redelivery", new { since = TimeProvider.System.GetUtcNow().AddDays(-1) }));
        Act("POST webhooks/{id}/deliveries/{number}/redelivery", async _ =>
        {
            var (webhook, number) = await Delivery();
            return ($"webhooks/{webhook}/deliveries/{number}/redelivery", null);
        });
    }

    /// <summary>Resources that have no probes of their own are sent their example.</summary>
    private void AddOthers()
    {
        foreach (var resource in OfficeResource.All.Where(resource => Of($"GET {BackOfficeDesk.Root}{resource.Path}") is null))
        {
            var example = JsonSerializer.Deserialize<JsonElement>(resource.Body);
            List(resource.Path, resource.Path);
            Read($"{resource.Path}/{{id}}", async () => Id(await desk.Post(resource.Path, example)));
            Changes(resource.Path, "id", async () => Id(await desk.Post(resource.Path, example)), _ => example);
        }
    }

    private void AddBulk()
    {
        foreach (var (name, query) in (IEnumerable<(string, string)>)[("transactions", Whole), ("settlements", Whole), ("statements", $"{Whole}&card={TerminalProbes.Card(0)}")])
        {
            Make($"GET exports/{name}", "workbook of all rows", LimitsOfExports, _ => Task.FromResult<RouteRequest>(new($"exports/{name}?{query}&format=xlsx")), times: 1);
        }

        Import("cards", "number,product,openingBalance", (number, line) => $"92{(number * ImportLines) + line:D14},{product},1");
        Import("members", "name,mobile,idType,idNumber", (number, line) => $"name {line},13900000000,07,I{number}L{line}");
        Import("tickets", "card,kind,pieces", (number, line) => $"{TerminalProbes.Card(1000 + (line % 900))},{kind},{number + 1}");
    }

    private void List(string route, string address, string? key = null) =>
        Make($"GET {route}", $"limit={Rows}{(address.Contains('?', StringComparison.Ordinal) ? ", rarest filter" : "")}", LimitsOfLists, _ =>
            Task.FromResult<RouteRequest>(new($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={Rows}", null, key)));

    private void Read(string route, Func<Task<string>> last) => Make($"GET {route}", "as it is", QueryLimits, async _ =>
    {
        var part = await last();
        return new(part.Length == 0 ? route : $"{route.Split('{')[0]}{part}", null, route.StartsWith("transport-keys", StringComparison.Ordinal) ? officer : null);
    });

    private void Changes(string resource, string name, Func<Task<string>> make, Func<int, object> body, bool isMade = true)
    {
        if (isMade)
        {
            Act($"POST {resource}", number => Task.FromResult<(string, object?)>((resource, body(number))));
        }

        Act($"PUT {resource}/{{{name}}}", async number => ($"{resource}/{await make()}", body(number)));
        Act($"PATCH {resource}/{{{name}}}", async number => ($"{resource}/{await make()}", body(number)));
    }

    private void Import(string what, string header, Func<int, int, string> line) => Make($"POST imports/{what}", "20 000 lines", LimitsOfImports, number =>
        Task.FromResult<RouteRequest>(new($"imports/{what}", Csv($"{header}\n{Lines(ImportLines, each => line(number, each))}"))), ImportTimes);

    private void Act(string route, Func<int, Task<(string Path, object? Body)>> make, string? key = null, int times = RouteProbe.Usual)
    {
        var patches = route.StartsWith("PATCH", StringComparison.Ordinal);
        Make(route, route.StartsWith("DELETE", StringComparison.Ordinal) || NoBody(route) ? "no body" : "JSON of 64 KiB", LimitsOfActs, async number =>
        {
            var (path, body) = await make(number);
            return new(path, body is null ? null : Json(body, patches ? "application/merge-patch+json" : "application/json"), key);
        }, times);
    }

    private static bool NoBody(string route) => route.Split('/')[^1] is "taking" or "release" or "revocation" or "session-end" or "secret" || route.EndsWith("deliveries/{number}/redelivery", StringComparison.Ordinal);

    private void Make(string route, string what, string bound, Func<int, Task<RouteRequest>> make, int times = RouteProbe.Usual) =>
        probes[route.Replace(" ", $" {BackOfficeDesk.Root}", StringComparison.Ordinal)] = new RouteProbe(what, bound, async number =>
        {
            var request = await make(number);
            return request with { Address = BackOfficeDesk.Root + request.Address };
        }, times);

    /// <summary>An open alert.</summary>
    private async Task<string> Alert(int number, bool isTaken = false)
    {
        var alerts = (await desk.Get($"alerts?limit={Rows}")).GetProperty("items");
        var alert = Id(alerts[number]);
        if (isTaken)
        {
            await desk.Post($"alerts/{alert}/acknowledgement");
        }

        return alert;
    }

    /// <summary>A subscription, the first one if there are as many as there may be.</summary>
    private async Task<JsonElement> Subscribed()
    {
        var there = (await desk.Get("webhooks?limit=200")).GetProperty("items");
        return there.GetArrayLength() < MostWebhooks ? await desk.Post("webhooks", Webhook()) : there[0];
    }

    private async Task FillWebhooks()
    {
        for (var there = (await desk.Get("webhooks?limit=200")).GetProperty("items").GetArrayLength(); there < MostWebhooks; there++)
        {
            await desk.Post("webhooks", Webhook());
        }
    }

    /// <summary>Makes room for one more, if there are as many as there may be.</summary>
    private async Task Unsubscribe()
    {
        var there = (await desk.Get("webhooks?limit=200")).GetProperty("items");
        if (there.GetArrayLength() == MostWebhooks)
        {
            await desk.Do("DELETE", $"webhooks/{Id(there[0])}");
        }
    }

    /// <summary>A delivery of a subscription; with the first call there are as many as a page has.</summary>
    private async Task<(string Webhook, string Number)> Delivery()
    {
        var webhook = Id((await desk.Get("webhooks?limit=1")).GetProperty("items") is { } some && some.GetArrayLength() > 0 ? some[0] : await Subscribed());
        var number = 0;
        while (true)
        {
            var there = (await desk.Get($"webhooks/{webhook}/deliveries?limit={Rows}")).GetProperty("items");
            if (there.GetArrayLength() == Rows)
            {
                return (webhook, there[0].GetProperty("number").ToString());
            }

            foreach (var _ in Enumerable.Range(0, Rows / 4))
            {
                var (path, body) = Messages.Consume(Fill.Terminal(30 + (++number % 30)), TerminalProbes.Card(100 + number), Fill.OpenBatch, 2000 + number);
                await desk.Message(path, body);
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private object Campaign() => new
    {
        name = Name,
        multiplier = 1.0001m,
        from = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}",
        through = "2037-12-31",
        stores,
        grades = (string[])["green", "gold", "platinum", "diamond"],
        advertisement = Advertisement,
    };

    private object Key() => new { name = Name, role = "manager", stores = stores.Take(100), expiresAt = "2037-12-31T00:00:00Z" };

    private static object Store(string? number) => number is null
        ? new { name = Name, advertisement = Advertisement, isOpen = true, timeZone = "Asia/Shanghai", deniedOperations = Denied }
        : new { number, name = Name, advertisement = Advertisement, isOpen = true, timeZone = "Asia/Shanghai", deniedOperations = Denied };

    private static object Terminal(string number, string policy) => new { number, store = Fill.Store, keyAlgorithm = "tripleDes", macPolicy = policy, untilFirstSigned = false, mostPerConsume = 1000, mostGiftsPerDay = 1000, answers = "full" };

    private static object ChangedTerminal(string policy) => new { isEnabled = true, macPolicy = policy, untilFirstSigned = false, mostPerConsume = 1000, mostGiftsPerDay = 1000, answers = "full" };

    private static object Product(string name, IEnumerable<string> prefixes) => new
    {
        name,
        hasCheckDigit = false,
        numberLengths = Enumerable.Range(12, 8),
        numberPrefixes = prefixes,
        requiresPin = false,
        deniedOperations = Array.Empty<string>(),
        mostPerConsume = 50_000,
        mostConsumesPerDay = 100_000,
    };

    private static IEnumerable<string> Prefixes => Enumerable.Range(0, 20).Select(number => $"{number:D11}");

    private static object Kind() => new { name = new string('k', 50), type = "exchange", face = 0.01m, validDays = 90 };

    private static object Member(string id) => new
    {
        name = Name,
        grade = "gold",
        gender = "01",
        mobile = "13912345678",
        idType = "07",
        idNumber = id.PadRight(40, 'X'),
        address = new string('a', 200),
        email = $"{new string('e', 60)}@example.org",
    };

    private static object Adjustment(int number, int points) => new { card = TerminalProbes.Card(number + 200), points, reason = Reason };

    private static object TransportKey(string name) => new { name, components = Components, checkValue = "38866CCA", keyAlgorithm = "tripleDes" };

    private static object Webhook() => new { url = $"https://localhost:1/{new string('p', 980)}", events = Events, isEnabled = true, description = new string('d', 200) };

    private static object Rules() => new
    {
        pointValue = 1,
        rates = new { green = 0.01, gold = 0.015, platinum = 0.02, diamond = 0.03 },
        giftDecimals = 2,
        giftRounding = "down",
        giftValidMonths = 24,
        pendingDays = 7,
        giftsAvailableAtOnce = false,
        expiryGraceDays = 0,
        refundWindowDays = 30,
        refundMayLeaveDebt = false,
        adjustmentLimit = 1000,
        adjustmentLimitOfPerson = 10_000,
        mostPerConsume = 50_000,
        mostGiftsPerDay = 100_000,
        largeGift = 1,
    };

    private static string Block(string card)
    {
        var (one, other) = (Convert.FromHexString(Components[0]), Convert.FromHexString(Components[1]));
        return Convert.ToHexString(TerminalCrypto.TripleDes.PinBlock([.. one.Zip(other, (left, right) => (byte)(left ^ right))], "907142", card));
    }

    private static string Id(JsonElement one) => one.GetProperty("id").ToString();

    private static string First(JsonElement page, string name) => page.GetProperty("items")[0].GetProperty(name).ToString();

    /// <summary>As long as a body may be.</summary>
    private static StringContent Json(object body, string type = "application/json")
    {
        var text = JsonSerializer.Serialize(body);
        return new StringContent(text + new string(' ', LargestBody - Encoding.UTF8.GetByteCount(text)), Encoding.UTF8, type);
    }

    private static ByteArrayContent Csv(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }

    private static string Lines(int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(0, count).Select(line));
}
