using System.Globalization;
using System.Text.Json;
using Jpos.Tests.Hosting;

namespace Jpos.Benchmarks.Abuse;

/// <summary>The most expensive permitted request of each route of the back office: lists and texts at their longest, bodies of 64 KiB, pages of 200 rows.</summary>
/// <param name="desk">Arranges what a request needs.</param>
/// <param name="officer">A security officer's key.</param>
/// <param name="second">The key of another person, who approves.</param>
internal sealed class BackOfficeProbes(BackOfficeDesk desk, string officer, string second)
{
    private const int Few = 5;

    /// <summary>More than somebody may give alone.</summary>
    private const int ManyPoints = 5000;

    private const string LimitsOfExports = "rows streamed; 2 files at once, then 429";

    private static readonly string Whole = Attacks.Period;

    private readonly ProbeTable probes = new(officer);
    private readonly Webhooks webhooks = new(desk);
    private readonly List<string> stores = [];
    private long product;
    private string kind = "";
    private string member = "";
    private string terminal = "";
    private string batch = "";
    private string serial = "";
    private IReadOnlyList<(string Serial, string Card)> held = [];

    /// <summary>Makes a product whose cards may have any number.</summary>
    public async Task<long> MakeProduct() => product = (await desk.Post("card-products", LongestBodies.Product("Any", []))).GetProperty("id").GetInt64();

    /// <summary>Fills the lists, so that a page of them is full.</summary>
    public async Task Arrange()
    {
        foreach (var number in Enumerable.Range(0, 500))
        {
            stores.Add($"2{number:D14}");
            await desk.Post("stores", LongestBodies.Store(stores[^1]));
        }

        foreach (var number in Enumerable.Range(0, ProbeTable.Rows))
        {
            terminal = $"6{number:D7}";

            // Each raises an alert, too.
            await desk.Post("terminals", LongestBodies.Terminal(terminal, "optional"));
            await desk.Post("adjustments", LongestBodies.Adjustment(number, ManyPoints));
            await desk.Post("card-products", LongestBodies.Product(LongestBodies.Name, LongestBodies.Prefixes));
            await desk.Post("api-keys", LongestBodies.Key(stores));
            await desk.Post("campaigns", LongestBodies.Campaign(stores));
            kind = (await desk.Post("ticket-kinds", LongestBodies.Kind())).GetProperty("id").ToString();
            member = (await desk.Post("members", LongestBodies.Member($"L{number}"))).GetProperty("id").ToString();
        }

        foreach (var number in Enumerable.Range(0, 10))
        {
            await desk.Post("transport-keys", LongestBodies.TransportKey($"key-{number}"), officer);
        }

        await desk.Do("PUT", "card-products/1000", LongestBodies.Product("Copied", []));
        await desk.Do("PATCH", "programme", new { largeGift = 1 });
        foreach (var number in Enumerable.Range(0, ProbeTable.Rows + RouteProbe.Usual + 1))
        {
            await desk.Message("/v1/jpos/trans/consume", Messages.Consume(Fill.Terminal(30 + (number % 30)), TerminalProbes.Card(number + 100), Fill.OpenBatch, 500 + number).Body.Replace("cashAmount=0", "cashAmount=1000", StringComparison.Ordinal));
        }

        batch = BackOfficeDesk.First(await desk.Get($"batches?{Whole}&limit=1"), "id");
        serial = BackOfficeDesk.First(await desk.Get($"transactions?{Whole}&limit=1"), "serial");
        held = [.. (await desk.Get($"held-gifts?limit={ProbeTable.Rows}")).GetProperty("items").EnumerateArray().Select(one => (one.GetProperty("serial").GetString()!, one.GetProperty("card").GetString()!))];
        AddLists();
        AddReads();
        AddCards();
        AddCommands();
        AddBulk();
        AddOthers();
    }

    /// <summary>The probe of a route; null if there is none.</summary>
    public RouteProbe? Of(string route) => probes.Of(route);

    private void AddLists()
    {
        foreach (var path in (string[])["adjustments", "alerts", "api-keys", "campaigns", "card-products", "cards", "held-gifts", "imports", "members", "programme/versions", "stores", "terminals", "ticket-kinds"])
        {
            probes.List(path, path);
        }

        probes.List("audit", "audit", officer);
        probes.List("transport-keys", "transport-keys", officer);
        probes.Make("GET webhooks", $"limit={ProbeTable.Rows}", ProbeTable.LimitsOfLists, async _ =>
        {
            await webhooks.AddMost();
            return new($"webhooks?limit={ProbeTable.Rows}");
        });
        probes.List("batches", $"batches?{Whole}&state=unequal");
        probes.List("batches/{id}/transactions", $"batches/{batch}/transactions?status=refunded");
        probes.List("cards/{number}/statement", $"cards/{TerminalProbes.Card(0)}/statement?{Whole}");
        probes.List("cards/{number}/tickets", $"cards/{TerminalProbes.Card(0)}/tickets");
        probes.List("transactions", $"transactions?{Whole}&status=refunded");
        probes.Make("GET imports/{id}/errors", $"limit={ProbeTable.Rows}", ProbeTable.LimitsOfLists, async number =>
        {
            var import = await desk.Send("POST", new RouteRequest(BackOfficeDesk.Root + "imports/cards", ProbeBodies.Csv("number,product\n" + ProbeBodies.Lines(ProbeTable.Rows, line => $"x{number},{line}"))));
            return new($"imports/{JsonDocument.Parse(import.Text).RootElement.GetProperty("id")}/errors?limit={ProbeTable.Rows}");
        });
        probes.Make("GET webhooks/{id}/deliveries", $"limit={ProbeTable.Rows}", ProbeTable.LimitsOfLists, async _ => new($"webhooks/{(await webhooks.Delivery()).Webhook}/deliveries?limit={ProbeTable.Rows}"));
    }

    private void AddReads()
    {
        probes.Read("adjustments/{id}", async () => BackOfficeDesk.First(await desk.Get("adjustments?limit=1"), "id"));
        probes.Read("alerts/{id}", async () => BackOfficeDesk.First(await desk.Get("alerts?limit=1"), "id"));
        probes.Read("batches/{id}", () => Task.FromResult(batch));
        probes.Read("campaigns/{id}", async () => BackOfficeDesk.Id(await desk.Post("campaigns", LongestBodies.Campaign(stores))));
        probes.Read("card-products/{id}", () => Task.FromResult($"{product}"));
        probes.Read("cards/{number}", () => Task.FromResult(TerminalProbes.Card(0)));
        probes.Read("imports/{id}", async () => BackOfficeDesk.First(await desk.Get("imports?limit=1"), "id"));
        probes.Read("members/{id}", () => Task.FromResult(member));
        probes.Read("programme", () => Task.FromResult(""));
        probes.Read("programme/liability", () => Task.FromResult(""));
        probes.Read("stores/{number}", () => Task.FromResult(stores[0]));
        probes.Read("terminals/{number}", () => Task.FromResult(terminal));
        probes.Read("ticket-kinds/{id}", () => Task.FromResult(kind));
        probes.Read("transactions/{serial}", () => Task.FromResult(serial));
        probes.Read("transport-keys/{name}", () => Task.FromResult("key-0"));
        probes.Read("webhooks/{id}", async () => BackOfficeDesk.Id(await webhooks.Subscribed()));
    }

    private void AddCards()
    {
        // What one person may bring along in a day is limited: the administrator has used that up with tickets.
        probes.Command("POST cards", number => Task.FromResult<(string, object?)>(("cards", new { number = $"95{number:D14}", product, member = long.Parse(member, CultureInfo.InvariantCulture), expiresOn = "2030-12-31", openingBalance = 0.01m })), second);
        probes.Make("POST cards/ranges", "1 000 cards", "1 000 cards; 4 requests at once, 20 s", number =>
            Task.FromResult<RouteRequest>(new("cards/ranges", ProbeBodies.Json(new { first = $"94{number * 1000L:D14}", count = 1000, product, openingBalance = 0.01m }), second)));
        probes.Command("POST cards/{number}/pin", number => Task.FromResult<(string, object?)>(($"cards/{TerminalProbes.Card(number)}/pin", new { reason = LongestBodies.Reason, pinBlock = LongestBodies.Block(TerminalProbes.Card(number)), transportKey = "key-0" })), officer);
        probes.Command("POST cards/{number}/pin/unlock", number => Task.FromResult<(string, object?)>(($"cards/{TerminalProbes.Card(number)}/pin/unlock", new { reason = LongestBodies.Reason })), officer);
        probes.Command("POST cards/{number}/replacement", number =>
            Task.FromResult<(string, object?)>(($"cards/{TerminalProbes.Card(number)}/replacement", new { newNumber = $"93{number:D14}", expiresOn = "2031-12-31", reason = LongestBodies.Reason })));
        probes.Command("POST cards/{number}/state", number => Task.FromResult<(string, object?)>(($"cards/{TerminalProbes.Card(number + 1000)}/state", new { state = "frozen", reason = LongestBodies.Reason })));
        probes.Command("POST members", number => Task.FromResult<(string, object?)>(("members", LongestBodies.Member($"M{number}"))));
        probes.Command("PUT members/{id}", number => Task.FromResult<(string, object?)>(($"members/{member}", LongestBodies.Member($"N{number}"))));
        probes.Command("PATCH members/{id}", number => Task.FromResult<(string, object?)>(($"members/{member}", LongestBodies.Member($"O{number}"))));
        probes.Command("POST adjustments", number => Task.FromResult<(string, object?)>(("adjustments", LongestBodies.Adjustment(number, 1))));
        probes.Command("POST adjustments/{id}/decision", async number =>
            ($"adjustments/{BackOfficeDesk.Id(await desk.Post("adjustments", LongestBodies.Adjustment(number, ManyPoints)))}/decision", new { card = TerminalProbes.Card(number + 200), isApproved = true, reason = LongestBodies.Reason }), second);
        probes.Command("POST held-gifts/{serial}/decision", number => Task.FromResult<(string, object?)>(($"held-gifts/{held[number].Serial}/decision", new { card = held[number].Card, isApproved = false, reason = LongestBodies.Reason })));
        probes.Make("POST ticket-kinds/{id}/issues", "500 cards", "500 cards; 4 requests at once, 20 s", _ => Task.FromResult<RouteRequest>(new(
            $"ticket-kinds/{kind}/issues", ProbeBodies.Json(new { cards = Enumerable.Range(1100, 500).Select(TerminalProbes.Card), pieces = 1, reason = LongestBodies.Reason }))));
    }

    private void AddCommands()
    {
        probes.Command("POST alerts/{id}/acknowledgement", async number => ($"alerts/{await Alert(number)}/acknowledgement", null));
        probes.Command("POST alerts/{id}/release", async number => ($"alerts/{await Alert(number + 30, isTaken: true)}/release", null));
        probes.Command("POST alerts/{id}/resolution", async number => ($"alerts/{await Alert(number + 60, isTaken: true)}/resolution", new { note = new string('n', 500) }));
        probes.Command("POST api-keys", _ => Task.FromResult<(string, object?)>(("api-keys", LongestBodies.Key(stores))));
        probes.Command("POST api-keys/{id}/revocation", async _ => ($"api-keys/{BackOfficeDesk.Id(await desk.Post("api-keys", LongestBodies.Key(stores)))}/revocation", null));
        probes.Changes("campaigns", "id", async () => BackOfficeDesk.Id(await desk.Post("campaigns", LongestBodies.Campaign(stores))), _ => LongestBodies.Campaign(stores));
        probes.Changes("card-products", "id", async () => BackOfficeDesk.Id(await desk.Post("card-products", LongestBodies.Product(LongestBodies.Name, LongestBodies.Prefixes))), _ => LongestBodies.Product(LongestBodies.Name, LongestBodies.Prefixes));
        probes.Changes("ticket-kinds", "id", async () => BackOfficeDesk.Id(await desk.Post("ticket-kinds", LongestBodies.Kind())), _ => LongestBodies.Kind());
        foreach (var method in (string[])["PUT", "PATCH"])
        {
            probes.Command($"{method} programme", _ => Task.FromResult<(string, object?)>(("programme", LongestBodies.Rules())));
            probes.Command($"{method} stores/{{number}}", _ => Task.FromResult<(string, object?)>(($"stores/{stores[0]}", LongestBodies.Store(null))));
            probes.Command($"{method} terminals/{{number}}", _ => Task.FromResult<(string, object?)>(($"terminals/{terminal}", LongestBodies.ChangedTerminal("optional"))));
        }

        probes.Command("POST stores", number => Task.FromResult<(string, object?)>(("stores", LongestBodies.Store($"3{number:D14}"))));
        probes.Command("POST stores/{number}/operators", number => Task.FromResult<(string, object?)>(($"stores/{stores[1]}/operators", new { number = $"{number:D2}" })));
        probes.Command("DELETE stores/{number}/operators/{operatorNumber}", async number =>
        {
            await desk.Post($"stores/{stores[2]}/operators", new { number = $"{number:D2}" });
            return ($"stores/{stores[2]}/operators/{number:D2}", null);
        });
        probes.Command("POST terminals", number => Task.FromResult<(string, object?)>(("terminals", LongestBodies.Terminal($"7{number:D7}", "required"))));
        probes.Command("POST terminals/{number}/mac-policy/decision", async number =>
        {
            await desk.Post("terminals", LongestBodies.Terminal($"8{number:D7}", "required"));
            await desk.Do("PUT", $"terminals/8{number:D7}", LongestBodies.ChangedTerminal("off"));
            return ($"terminals/8{number:D7}/mac-policy/decision", new { macPolicy = "off", untilFirstSigned = false, isApproved = true });
        }, second);
        probes.Command("POST terminals/{number}/master-key", number => Task.FromResult<(string, object?)>(($"terminals/6{number:D7}/master-key", new { components = LongestBodies.Components, checkValue = "38866CCA" })), officer);
        probes.Command("POST terminals/{number}/session-end", number => Task.FromResult<(string, object?)>(($"terminals/{Fill.Terminal(number)}/session-end", null)));
        probes.Command("POST transport-keys", number => Task.FromResult<(string, object?)>(("transport-keys", LongestBodies.TransportKey($"another-{number:D24}"))), officer, Few);
        probes.Command("DELETE transport-keys/{name}", async number =>
        {
            await desk.Post("transport-keys", LongestBodies.TransportKey($"spare-{number}"), officer);
            return ($"transport-keys/spare-{number}", null);
        }, officer, Few);
        probes.Command("POST webhooks", async _ =>
        {
            await webhooks.Unsubscribe();
            return ("webhooks", LongestBodies.Webhook());
        }, times: 1);
        probes.Changes("webhooks", "id", async () => BackOfficeDesk.Id(await webhooks.Subscribed()), _ => LongestBodies.Webhook(), isMade: false);
        probes.Command("DELETE webhooks/{id}", async _ => ($"webhooks/{BackOfficeDesk.Id(await webhooks.Subscribed())}", null), times: 1);
        probes.Command("POST webhooks/{id}/secret", async _ =>
        {
            // A secret is changed once a day.
            await webhooks.Unsubscribe();
            return ($"webhooks/{BackOfficeDesk.Id(await desk.Post("webhooks", LongestBodies.Webhook()))}/secret", null);
        }, times: Few);
        probes.Command("POST webhooks/{id}/redelivery", async _ => ($"webhooks/{(await webhooks.Delivery()).Webhook}/redelivery", new { since = TimeProvider.System.GetUtcNow().AddDays(-1) }));
        probes.Command("POST webhooks/{id}/deliveries/{number}/redelivery", async _ =>
        {
            var (webhook, number) = await webhooks.Delivery();
            return ($"webhooks/{webhook}/deliveries/{number}/redelivery", null);
        });
    }

    /// <summary>Resources that have no probes of their own are sent their example.</summary>
    private void AddOthers()
    {
        foreach (var resource in OfficeResource.All.Where(resource => Of($"GET {BackOfficeDesk.Root}{resource.Path}") is null))
        {
            var example = JsonSerializer.Deserialize<JsonElement>(resource.Body);
            probes.List(resource.Path, resource.Path);
            probes.Read($"{resource.Path}/{{id}}", async () => BackOfficeDesk.Id(await desk.Post(resource.Path, example)));
            probes.Changes(resource.Path, "id", async () => BackOfficeDesk.Id(await desk.Post(resource.Path, example)), _ => example);
        }
    }

    private void AddBulk()
    {
        foreach (var (name, query) in (IEnumerable<(string, string)>)[("transactions", Whole), ("settlements", Whole), ("statements", $"{Whole}&card={TerminalProbes.Card(0)}")])
        {
            probes.Make($"GET exports/{name}", "workbook of all rows", LimitsOfExports, _ => Task.FromResult<RouteRequest>(new($"exports/{name}?{query}&format=xlsx")), times: 1);
        }

        probes.Import("cards", "number,product,openingBalance", (number, line) => $"92{(number * ProbeTable.ImportLines) + line:D14},{product},1");
        probes.Import("members", "name,mobile,idType,idNumber", (number, line) => $"name {line},13900000000,07,I{number}L{line}");
        probes.Import("tickets", "card,kind,pieces", (number, line) => $"{TerminalProbes.Card(1000 + (line % 900))},{kind},{number + 1}");
    }

    /// <summary>An open alert.</summary>
    private async Task<string> Alert(int number, bool isTaken = false)
    {
        var alerts = (await desk.Get($"alerts?limit={ProbeTable.Rows}")).GetProperty("items");
        var alert = BackOfficeDesk.Id(alerts[number]);
        if (isTaken)
        {
            await desk.Post($"alerts/{alert}/acknowledgement");
        }

        return alert;
    }
}
