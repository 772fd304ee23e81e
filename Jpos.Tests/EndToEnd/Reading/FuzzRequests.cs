using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>Writes and sends requests that are valid but for one place.</summary>
internal sealed class FuzzRequests
{
    /// <summary>Stands for the hostile text in a body.</summary>
    public const string Mark = "@@HOSTILE@@";

    private static readonly Role[] Roles = [Role.Administrator, Role.SecurityOfficer];

    private readonly HttpClient http;
    private readonly Dictionary<Role, string> keys;
    private int sent;

    private FuzzRequests(HttpClient http, Dictionary<Role, string> keys) => (this.http, this.keys) = (http, keys);

    /// <summary>How many requests were sent.</summary>
    public int Sent => sent;

    public static async Task<FuzzRequests> On(JposHost host)
    {
        var keys = new Dictionary<Role, string>();
        foreach (var role in Roles)
        {
            keys[role] = await BackOfficeClient.MakeKey(host, role, null);
        }

        return new FuzzRequests(host.Http, keys);
    }

    public async Task<FuzzAnswer> Send(BoundPlace place, string path, string query, HttpContent? content, (string Name, string Value)? header)
    {
        var requestNumber = Interlocked.Increment(ref sent);
        var address = new Uri(http.BaseAddress!.GetLeftPart(UriPartial.Authority) + path + (query.Length == 0 ? "" : "?" + query), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(place.Method), address) { Content = content };
        if (place.Right is { } permission)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", keys[Roles.First(role => role.Has(permission))]);
            request.Headers.TryAddWithoutValidation("Idempotency-Key", $"fuzz-{requestNumber}");
            if (place.Method is "PUT" or "PATCH" or "DELETE")
            {
                request.Headers.TryAddWithoutValidation("If-Match", "*");
            }
        }

        if (header is { } hostile)
        {
            request.Headers.Remove(hostile.Name);
            request.Headers.TryAddWithoutValidation(hostile.Name, hostile.Value);
            if (place.IsOfTerminals)
            {
                request.Headers.TryAddWithoutValidation("X-Jpos-Mac", "0123456789ABCDEF");
            }
        }

        using var response = await http.SendAsync(request);
        return new FuzzAnswer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString());
    }

    public static HttpContent? Content(BoundPlace place) =>
        place.Path.Contains("/imports/", StringComparison.Ordinal) && place.Method == "POST" ? new ByteArrayContent("number,product\n9900000000002008,1\n"u8.ToArray()) { Headers = { ContentType = new("text/csv") } }
        : place.Method is "GET" or "DELETE" ? null
        : new StringContent(place.Input is null ? "{}" : ValidRequests.Body(place.Input).ToJsonString(), Encoding.UTF8, "application/json");

    /// <summary>As a client would that knows nothing of surrogates: half of a pair becomes bytes that are no UTF-8.</summary>
    public static StringContent Encoded(Dictionary<string, string> message) =>
        new(string.Join('&', message.Select(field => $"{field.Key}={string.Concat(Units(field.Value))}")), Encoding.ASCII, "application/x-www-form-urlencoded");

    private static IEnumerable<string> Units(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                yield return Uri.EscapeDataString(text.AsSpan(at++, 2));
            }
            else
            {
                yield return char.IsSurrogate(text[at]) ? $"%{0xE0 | (text[at] >> 12):X2}%{0x80 | ((text[at] >> 6) & 0x3F):X2}%{0x80 | (text[at] & 0x3F):X2}" : Uri.EscapeDataString(text[at].ToString());
            }
        }
    }

    public static string BodyWith(BoundPlace place)
    {
        var body = place.Method == "PATCH" ? [] : ValidRequests.Body(place.Input!);
        var holder = body;
        var names = place.Name.Split('.');
        foreach (var name in names[..^1])
        {
            holder[name] ??= new JsonObject();
            holder = holder[name]!.AsObject();
        }

        holder[names[^1]] = Mark;
        return body.ToJsonString();
    }

    /// <summary>A value that the place might have.</summary>
    public static string Word(BoundPlace place) =>
        place.Item.IsEnum ? Enum.GetNames(place.Item).Select(name => char.ToLowerInvariant(name[0]) + name[1..]).First(name => name != "none")
        : place.Item == typeof(DateOnly) ? "2030-12-31"
        : place.Item == typeof(DateTimeOffset) ? "2030-12-31T08:00:00Z"
        : place.Item == typeof(bool) ? "true"
        : place.Source is Source.Body && place.Input is not null && ValidRequests.Body(place.Input)[place.Name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>()
        : place.Leaf is "from" or "to" ? "2026-03-02"
        : place.Leaf is "card" or "cards" ? Form.GoldCard
        : "1";

    public static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var unit in text)
        {
            _ = unit is >= ' ' and <= '~' and not ('"' or '\\') ? json.Append(unit) : json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return json.Append('"').ToString();
    }
}
