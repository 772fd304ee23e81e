using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Jpos.Benchmarks.Abuse;

/// <summary>What the most expensive permitted request of each route costs, route by route of the OpenAPI document, each alone on an idle host.</summary>
internal sealed class RouteCosts(HostUnderLoad host, string administrator, string securityOfficer) : IDisposable
{
    private const int LargestBody = 64 * 1024;
    private const int LargestForm = 16 * 1024;
    private const int MostRequests = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>As long a period as lists take. All records of the database are in it.</summary>
    private static readonly string WholeTime = Attacks.Period;

    /// <summary>Filters that match nearly nothing, and so make the host look for longest.</summary>
    private static readonly Dictionary<string, string> Queries = new()
    {
        ["/api/v1/transactions"] = $"{WholeTime}&standing=refunded",
        ["/api/v1/exports/transactions"] = WholeTime,
        ["/api/v1/exports/settlements"] = WholeTime,
        ["/api/v1/exports/statements"] = $"{WholeTime}&card=9800000000000001",
        ["/api/v1/cards/{number}/statement"] = WholeTime,
    };

    private static readonly Dictionary<string, string> PlaceOf = new()
    {
        ["stores"] = Fill.Store,
        ["terminals"] = "10000001",
        ["cards"] = "9800000000000001",
        ["transport-keys"] = "none",
        ["api-keys"] = "000000000000",
    };

    private readonly HttpClient http = new() { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(2) };
    private int number;
    private string key = "";

    /// <summary>Measures all routes.</summary>
    public async Task Run()
    {
        using var document = JsonDocument.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var table = new Table("route", "most expensive permitted request", "answer", "ms", "processor, ms", "bounded by");

        // Terminals come first: the back office is about to close their store.
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject().OrderBy(path => path.Name.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var operation in path.Value.EnumerateObject().Where(one => one.Name is "get" or "post" or "put" or "patch" or "delete"))
            {
                await Measure(table, operation.Name.ToUpperInvariant(), path.Name, operation.Value);
            }
        }

        table.Print(Console.Out);
    }

    public void Dispose() => http.Dispose();

    private async Task Measure(Table table, string method, string path, JsonElement operation)
    {
        var (what, make) = Request(method, path, operation);
        var address = await Address(path, operation, method);
        key = administrator;
        var status = await Send(method, address, make);
        if (status == "403")
        {
            key = securityOfficer;
            status = await Send(method, address, make);
        }

        var latencies = new List<double>();
        var (before, began) = (host.ProcessorTime, Stopwatch.GetTimestamp());
        while (latencies.Count < MostRequests && Stopwatch.GetElapsedTime(began) < Longest)
        {
            var sent = Stopwatch.GetTimestamp();
            await Send(method, address, make);
            latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        var processor = (host.ProcessorTime - before).TotalMilliseconds / latencies.Count;
        latencies.Sort();
        table.Add($"`{method} {path}`", what, status, Text(latencies[latencies.Count / 2]), Text(processor), Bound(method, path, operation));
    }

    private (string What, Func<HttpContent?> Make) Request(string method, string path, JsonElement operation) => path switch
    {
        _ when path.StartsWith("/v1/", StringComparison.Ordinal) => ("form of 16 KiB", () => Form(path, operation)),
        "/api/v1/cards/ranges" => ("1 000 cards", () => Json($"{{\"first\":\"{Card(number)}\",\"count\":1000,\"product\":1000,\"expiresOn\":null,\"openingBalance\":100}}")),
        "/api/v1/ticket-kinds/{id}/issues" => ("500 cards", () =>
            Json($"{{\"cards\":[{string.Join(',', Enumerable.Range(1, 500).Select(card => $"\"98{card:D14}\""))}],\"pieces\":1,\"validThrough\":null,\"reason\":\"x\"}}")),
        "/api/v1/imports/cards" => ("20 000 lines", () => Csv("number,product\n" + Lines(20_000, line => $"{Card((++number * 20_000) + line)},1"))),
        "/api/v1/imports/members" => ("20 000 lines", () => Csv("name,mobile\n" + Lines(20_000, line => $"name {line},"))),
        "/api/v1/imports/tickets" => ("20 000 lines", () => Csv("card,kind,pieces\n" + Lines(20_000, line => $"98{(line % 2000) + 1:D14},1,1"))),
        "/api/v1/webhooks" when method == "POST" => ("JSON of 64 KiB", () => Json("""{"url":"https://example.com/","events":["transaction.approved"]}""")),
        "/api/v1/webhooks/{id}/replay" => ("JSON of 64 KiB", () => Json("""{"since":"2026-01-01T00:00:00Z"}""")),
        _ when operation.TryGetProperty("requestBody", out var body) => ("JSON of 64 KiB", () => Json(Example(body))),
        _ when Has(operation, "limit") => ("limit=200, rarest filter", () => null),
        _ => (method == "GET" ? "as it is" : "no body", () => null),
    };

    private static string Bound(string method, string path, JsonElement operation) => path switch
    {
        "/v1/jpos/mobile/sendVerifyCode" => "16 KiB; 30 texts an hour of a terminal, 1 000 in all",
        "/v1/jpos/trans/consume" or "/v1/jpos/tickets/consume" => "16 KiB, 50 lines; 20 a second of a terminal, 500 of an address",
        _ when path.StartsWith("/v1/", StringComparison.Ordinal) => "16 KiB; 20 a second of a terminal, 500 of an address",
        "/api/v1/cards/ranges" => "1 000 cards; 4 requests at once, 20 s",
        "/api/v1/ticket-kinds/{id}/issues" => "500 cards; 4 requests at once, 20 s",
        _ when path.StartsWith("/api/v1/exports/", StringComparison.Ordinal) => "rows streamed; 2 files at once, then 429",
        _ when path.StartsWith("/api/v1/imports/", StringComparison.Ordinal) && method == "POST" => "64 MiB, some lines at a time; 1 file at once, then 429",
        _ when Has(operation, "limit") => "200 rows; 4 requests at once",
        _ when method == "GET" => "one row or sum; 4 requests at once",
        _ => "64 KiB; 4 requests at once, 20 s",
    };

    private async Task<Uri> Address(string path, JsonElement operation, string method)
    {
        var address = path;
        var collection = path.Split('/').ElementAtOrDefault(3) ?? "";
        if (path.Contains('{', StringComparison.Ordinal))
        {
            var first = PlaceOf.TryGetValue(collection, out var known) ? known : await First(collection);
            address = string.Join('/', path.Split('/').Select((part, place) => !part.StartsWith('{') ? part : place == 4 ? first : part == "{operatorNumber}" ? "01" : "1"));
        }

        List<string> query = [.. Queries.TryGetValue(path, out var own) ? [own] : Array.Empty<string>(), .. Has(operation, "limit") && method == "GET" ? ["limit=200"] : Array.Empty<string>()];
        return new Uri(query.Count == 0 ? address : $"{address}?{string.Join('&', query)}", UriKind.Relative);
    }

    /// <summary>The first of a list; 1 if it is empty.</summary>
    private async Task<string> First(string collection)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{collection}?limit=1{(collection == "transactions" ? $"&{WholeTime}" : "")}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.TryGetProperty("items", out var items) && items.GetArrayLength() > 0
            ? (items[0].TryGetProperty("id", out var id) ? id : items[0].GetProperty("serial")).ToString()
            : "1";
    }

    private async Task<string> Send(string method, Uri address, Func<HttpContent?> make)
    {
        number++;
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = make() };
        if (address.OriginalString.StartsWith("/api/", StringComparison.Ordinal))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            request.Headers.Add("Idempotency-Key", Attacker.Unique());
            request.Headers.TryAddWithoutValidation("If-Match", method is "PUT" or "DELETE" ? await Tag(address) : null);
        }

        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var at = address.OriginalString.StartsWith("/v1/", StringComparison.Ordinal) ? text.IndexOf("\"status\":\"", StringComparison.Ordinal) : -1;
        return at < 0 ? ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture) : $"`{text.Substring(at + 10, 2)}`";
    }

    private async Task<string?> Tag(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request);
        return answer.Headers.ETag?.ToString();
    }

    /// <summary>The document's example, about a terminal and a card of the filled database, as long as a form may be.</summary>
    private FormUrlEncodedContent Form(string path, JsonElement operation)
    {
        var example = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("example");
        var fields = example.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString());
        var own = new Dictionary<string, string>
        {
            ["storeNo"] = Fill.Store,
            ["terminalNo"] = path.EndsWith("checkin", StringComparison.Ordinal) ? "10000005" : Fill.Terminal(number % Fill.Terminals),
            ["cardNo"] = $"98{(number % 2000) + 1:D14}",
            ["batchNo"] = $"{Fill.OpenBatch}",
            ["traceNo"] = $"{number % 999_999:D6}",
        };
        foreach (var (name, value) in own.Where(field => fields.ContainsKey(field.Key)))
        {
            fields[name] = value;
        }

        var length = fields.Sum(field => field.Key.Length + (3 * field.Value.Length) + 2);
        fields["unknown"] = new string('x', LargestForm - length - 100);
        return new FormUrlEncodedContent(fields);
    }

    private static string Example(JsonElement body) =>
        body.GetProperty("content").EnumerateObject().Select(kind => kind.Value.TryGetProperty("example", out var example) ? example.GetRawText() : "{}").First();

    private static StringContent Json(string text) => new(text + new string(' ', LargestBody - Encoding.UTF8.GetByteCount(text)), Encoding.UTF8, "application/json");

    private static ByteArrayContent Csv(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }

    private static string Lines(int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(0, count).Select(line));

    private static string Card(int number) => $"97{(long)number * 1000:D14}";

    private static bool Has(JsonElement operation, string parameter) => operation.TryGetProperty("parameters", out var parameters)
        && parameters.EnumerateArray().Any(one => one.TryGetProperty("in", out var place) && place.GetString() == "query" && one.GetProperty("name").GetString() == parameter);

    private static string Text(double figure) => figure.ToString(figure < 10 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
