using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Jpos.Benchmarks.Abuse;

/// <summary>Sends requests to the back office, and arranges what others need.</summary>
/// <param name="address">The host.</param>
/// <param name="administrator">The administrator's key.</param>
internal sealed class BackOfficeDesk(Uri address, string administrator) : IDisposable
{
    public const string Root = "/api/v1/";

    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task<(int Status, string Text)> Send(string method, RouteRequest asked)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(asked.Address, UriKind.Relative)) { Content = asked.Content };
        if (asked.Address.StartsWith(Root, StringComparison.Ordinal))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", asked.Key ?? administrator);
            if (method == "POST")
            {
                request.Headers.Add("Idempotency-Key", Attacker.Unique());
            }
            else if (method != "GET")
            {
                request.Headers.TryAddWithoutValidation("If-Match", "*");
            }
        }

        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Does what a request needs.</summary>
    /// <exception cref="InvalidOperationException">It is refused.</exception>
    public async Task<JsonElement> Do(string method, string path, object? body = null, string? key = null)
    {
        var content = body is null ? null : Json(body);
        if (content is not null && method == "PATCH")
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("application/merge-patch+json");
        }

        var (status, text) = await Send(method, new RouteRequest(Root + path, content, key));
        return status is >= 200 and < 300 ? JsonSerializer.Deserialize<JsonElement>(text) : throw new InvalidOperationException($"{method} {path} was answered {status} {text}");
    }

    public Task<JsonElement> Get(string path) => Do("GET", path);

    public Task<JsonElement> Post(string path, object? body = null, string? key = null) => Do("POST", path, body, key);

    /// <summary>A message of a terminal.</summary>
    /// <exception cref="InvalidOperationException">It is declined.</exception>
    public async Task<JsonElement> Message(string path, string form)
    {
        var (status, text) = await Send("POST", new RouteRequest(path, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded")));
        return status == 200 && text.Contains("\"status\":\"00\"", StringComparison.Ordinal)
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new InvalidOperationException($"{path} was answered {status} {text}");
    }

    public static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    public static string Id(JsonElement one) => one.GetProperty("id").ToString();

    public static string First(JsonElement page, string name) => page.GetProperty("items")[0].GetProperty(name).ToString();

    public void Dispose() => http.Dispose();
}
