using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>Sends every hostile text to every place, and says which answers surprise.</summary>
internal sealed class Fuzzer
{
    private const string Mark = "@@HOSTILE@@";

    private static readonly Role[] Roles = [Role.Administrator, Role.SecurityOfficer];

    private readonly int oneIn;
    private readonly HttpClient http;
    private readonly ValidRequests valid;
    private readonly Dictionary<Role, string> keys;
    private readonly ConcurrentBag<Surprise> surprises = [];
    private int sent;
    private int accepted;

    private Fuzzer(HttpClient http, ValidRequests valid, Dictionary<Role, string> keys, int oneIn) => (this.http, this.valid, this.keys, this.oneIn) = (http, valid, keys, oneIn);

    /// <summary>How many requests were sent.</summary>
    public int Sent => sent;

    /// <summary>How many changes were accepted.</summary>
    public int Accepted => accepted;

    /// <param name="host">Where.</param>
    /// <param name="oneIn">Each place gets one text in so many, and the next place the ones beside them; 1 for all texts.</param>
    public static async Task<Fuzzer> On(JposHost host, int oneIn = 1)
    {
        var keys = new Dictionary<Role, string>();
        foreach (var role in Roles)
        {
            keys[role] = await BackOfficeClient.MakeKey(host, role, null);
        }

        return new Fuzzer(host.Http, await ValidRequests.On(host), keys, oneIn);
    }

    /// <summary>Returns what surprises, in no order.</summary>
    public async Task<IReadOnlyList<Surprise>> Run(IEnumerable<BoundPlace> places)
    {
        // What is written to one resource is read back before anything else is written there.
        await Parallel.ForEachAsync(places.GroupBy(place => place.Path.Split('/')[3]), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (resource, _) =>
        {
            foreach (var place in resource)
            {
                await Fuzz(place);
            }
        });
        return [.. surprises];
    }

    private IEnumerable<string> Some(BoundPlace place, IEnumerable<string> texts)
    {
        var first = (place.Method + place.Path + place.Name).Sum(letter => letter) % oneIn;
        return texts.Where((_, number) => number % oneIn == first);
    }

    private Task Fuzz(BoundPlace place) => place.Source switch
    {
        Source.Path => FuzzPath(place),
        Source.Query => FuzzQuery(place),
        Source.Header => FuzzHeader(place),
        Source.Form => FuzzForm(place),
        _ => FuzzBody(place),
    };

    private async Task FuzzPath(BoundPlace place)
    {
        // An empty name, and names that a client resolves, are those of another address.
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near(valid.Value(place))).Where(text => text.Length > 0 && text is not "..")))
        {
            var answer = await Send(place, valid.Path(place, Uri.EscapeDataString(text)), ValidRequests.Query(place), Content(place), null);
            Judge(place, text, answer, DocumentedForms.Allows(place, text));
        }
    }

    private async Task FuzzQuery(BoundPlace place)
    {
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near("1")).Concat(HostileTexts.Near(Word(place))).Distinct()))
        {
            await Ask(place, Uri.EscapeDataString(text), text, DocumentedForms.Allows(place, text));
        }

        foreach (var raw in new[] { "%FF", "%ED%A0%80", "%C0%80", "%", "%u0031", "+1", "1+" })
        {
            await Ask(place, raw, raw, DocumentedForms.Allows(place, raw.Replace('+', ' ')));
        }

        await Ask(place, $"1&{place.Name}=1", "sent twice", false);
    }

    private async Task Ask(BoundPlace place, string encoded, string text, bool isForm)
    {
        var query = $"{ValidRequests.Query(place)}&{place.Name}={encoded}".TrimStart('&');
        Judge(place, text, await Send(place, valid.Path(place, null), query, Content(place), null), isForm);
    }

    private async Task FuzzHeader(BoundPlace place)
    {
        // Others never reach the host: the client, or the server before any code of ours, refuses them.
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near("a1")).Where(text => text.Length > 0 && text.All(letter => letter is >= ' ' and <= '~'))))
        {
            var answer = await Send(place, valid.Path(place, null), ValidRequests.Query(place), place.IsOfTerminals ? Encoded(ValidRequests.Message(place.Input!)) : Content(place), (place.Name, text));
            if (place.IsOfTerminals)
            {
                JudgeTerminal(place, text, answer, isRead: false);
            }
            else
            {
                Judge(place, text, answer, DocumentedForms.Allows(place, text.Trim()));
            }
        }
    }

    private async Task FuzzForm(BoundPlace place)
    {
        var message = ValidRequests.Message(place.Input!);
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near(message.GetValueOrDefault(place.Name, "1")))))
        {
            message = ValidRequests.Message(place.Input!);
            message[place.Name] = text;
            JudgeTerminal(place, text, await Send(place, place.Path, "", Encoded(message), null), isRead: true);
        }
    }

    private async Task FuzzBody(BoundPlace place)
    {
        foreach (var text in Some(place, HostileTexts.Foreign.Concat(HostileTexts.Near(Word(place))).Distinct()))
        {
            var isForm = DocumentedForms.Allows(place, text) && (place.Item == typeof(string) || place.Item == typeof(DateOnly) || place.Item == typeof(DateTimeOffset) || place.Item.IsEnum);
            await Say(place, Quoted(text), isForm && !place.IsList);
            if (place.IsList)
            {
                await Say(place, $"[{Quoted(text)}]", isForm);
            }
        }

        foreach (var json in Some(place, HostileTexts.Json))
        {
            await Say(place, json, FitsKind(place, json));
        }

        await Say(place, $"null,\"{place.Leaf}\":null", false);
        await Say(place, $"null,\"{place.Leaf.ToUpperInvariant()}\":null", false);
    }

    private async Task Say(BoundPlace place, string json, bool isForm)
    {
        var body = new StringContent(BodyWith(place).Replace($"\"{Mark}\"", json, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        var answer = await Send(place, valid.Path(place, null), ValidRequests.Query(place), body, null);
        Judge(place, json, answer, isForm);
        if (answer.IsSuccess && isForm && json != "null")
        {
            Compare(place, json, answer.Text, "answered");
            if (place.Method is "PUT" or "PATCH" || answer.Location is not null)
            {
                var stored = await Send(place with { Method = "GET" }, answer.Location ?? valid.Path(place, null), "", null, null);
                Compare(place, json, stored.Text, "stored");
            }
        }
    }

    /// <summary>What was accepted is what is there.</summary>
    private void Compare(BoundPlace place, string json, string view, string what)
    {
        // The answer is the store, which has a number of its own, or the adjustment, which has a reason of its own; and an object is merged.
        if (place.Path.EndsWith("/operators", StringComparison.Ordinal) || place.Path.Contains("/adjustments/{id}/decision", StringComparison.Ordinal) || json == "{}")
        {
            return;
        }

        var there = JsonNode.Parse(view);
        foreach (var name in place.Name.Split('.'))
        {
            if (there is not JsonObject holder || !holder.TryGetPropertyValue(name, out there))
            {
                return;
            }
        }

        var told = JsonNode.Parse(json);
        var isSame = JsonNode.DeepEquals(told, there) || (told?.GetValueKind() is JsonValueKind.Number && there?.GetValueKind() is JsonValueKind.Number && told.GetValue<decimal>() == there.GetValue<decimal>());
        if (!isSame && there is not null && !IsSameInstant(told, there) && !IsSameAddress(told, there))
        {
            surprises.Add(new Surprise(place, json, $"{what} as {there.ToJsonString()}"));
        }
    }

    private static bool IsSameInstant(JsonNode? told, JsonNode there) =>
        told?.GetValueKind() is JsonValueKind.String && there.GetValueKind() is JsonValueKind.String
        && DateTimeOffset.TryParse(told.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var one) && DateTimeOffset.TryParse(there.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var other) && one == other;

    private static bool IsSameAddress(JsonNode? told, JsonNode there) =>
        told?.GetValueKind() is JsonValueKind.String && there.GetValueKind() is JsonValueKind.String
        && Uri.TryCreate(told.GetValue<string>(), UriKind.Absolute, out var one) && one.AbsoluteUri == there.GetValue<string>();

    private void Judge(BoundPlace place, string text, Answer answer, bool isForm)
    {
        var what = (int)answer.Status >= 500 ? "failed"
            : answer.IsSuccess ? (isForm ? null : "accepted")
            : place.Source is Source.Path ? null
            : answer.Type is not "application/problem+json" ? "no problem document"
            : answer.Status is HttpStatusCode.BadRequest ? (isForm || Names(place, text, answer) ? null : "another field is named")
            : isForm ? null
            : "came past the reading";
        if (answer.IsSuccess && place.Method != "GET" && place.Name != "dryRun")
        {
            Interlocked.Increment(ref accepted);
        }

        if (what is not null)
        {
            surprises.Add(new Surprise(place, text, $"{what}: {(int)answer.Status} {answer.Text}"));
        }
    }

    private void JudgeTerminal(BoundPlace place, string text, Answer answer, bool isRead)
    {
        string? status = null;
        string? detail = null;
        if (answer.Status is HttpStatusCode.OK && Parse(answer.Text) is JsonObject json && json["message"] is not null)
        {
            status = json["status"]?.GetValue<string>();
            detail = json["detail"]?.GetValue<string>();
        }

        var isRefused = status is "30" or "13";
        var what = status is null or "96" ? "failed"
            : !isRead ? null
            : !isRefused ? (DocumentedForms.Allows(place, text) ? null : "accepted")
            : detail is null || (!detail.Contains(place.Name, StringComparison.Ordinal) && !DocumentedForms.Allows(place, text)) ? "another field is named"
            : null;
        if (what is not null)
        {
            surprises.Add(new Surprise(place, text, $"{what}: {(int)answer.Status} {answer.Text}"));
        }
    }

    private static bool Names(BoundPlace place, string text, Answer answer)
    {
        if (place.Source is Source.Header)
        {
            return answer.Text.Contains(place.Name, StringComparison.Ordinal);
        }

        var errors = Parse(answer.Text)?["errors"] as JsonObject;
        return errors?.Any(error => Same(error.Key, place.Name)) is true || (place.Source is Source.Body && errors is null && !IsJson(text));
    }

    private static bool Same(string blamed, string name) =>
        blamed.Equals(name, StringComparison.OrdinalIgnoreCase) || blamed.StartsWith($"{name}[", StringComparison.Ordinal) || blamed.StartsWith($"{name}.", StringComparison.Ordinal) || name.StartsWith($"{blamed}.", StringComparison.Ordinal);

    private static bool FitsKind(BoundPlace place, string json) => Parse(json)?.GetValueKind() switch
    {
        null => IsJson(json),
        JsonValueKind.Number => (place.Type == typeof(decimal) || place.Type == typeof(int) || place.Type == typeof(long)) && DocumentedForms.Allows(place, json),
        JsonValueKind.True or JsonValueKind.False => place.Type == typeof(bool),
        JsonValueKind.Array => place.IsList && json == "[]",
        JsonValueKind.Object => !place.IsList && place.Type.IsClass && place.Type != typeof(string) && json == "{}",
        _ => false,
    };

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonNode? Parse(string text) => IsJson(text) ? JsonNode.Parse(text) : null;

    private static string BodyWith(BoundPlace place)
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

    private static HttpContent? Content(BoundPlace place) =>
        place.Path.Contains("/imports/", StringComparison.Ordinal) && place.Method == "POST" ? new ByteArrayContent("number,product\n9900000000002008,1\n"u8.ToArray()) { Headers = { ContentType = new("text/csv") } }
        : place.Method is "GET" or "DELETE" ? null
        : new StringContent(place.Input is null ? "{}" : ValidRequests.Body(place.Input).ToJsonString(), Encoding.UTF8, "application/json");

    /// <summary>As a client would that knows nothing of surrogates: half of a pair becomes bytes that are no UTF-8.</summary>
    private static StringContent Encoded(Dictionary<string, string> message) =>
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

    /// <summary>A value that the place might have.</summary>
    private static string Word(BoundPlace place) =>
        place.Item.IsEnum ? Enum.GetNames(place.Item).Select(name => char.ToLowerInvariant(name[0]) + name[1..]).First(name => name != "none")
        : place.Item == typeof(DateOnly) ? "2030-12-31"
        : place.Item == typeof(DateTimeOffset) ? "2030-12-31T08:00:00Z"
        : place.Item == typeof(bool) ? "true"
        : place.Source is Source.Body && place.Input is not null && ValidRequests.Body(place.Input)[place.Name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>()
        : place.Leaf is "from" or "to" ? "2026-03-02"
        : place.Leaf is "card" or "cards" ? Form.GoldCard
        : "1";

    private static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var unit in text)
        {
            _ = unit is >= ' ' and <= '~' and not ('"' or '\\') ? json.Append(unit) : json.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return json.Append('"').ToString();
    }

    private async Task<Answer> Send(BoundPlace place, string path, string query, HttpContent? content, (string Name, string Value)? header)
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
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString());
    }

    private sealed record Answer(HttpStatusCode Status, string? Type, string Text, string? Location)
    {
        public bool IsSuccess => (int)Status is >= 200 and < 300;
    }
}
