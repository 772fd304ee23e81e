using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>JSON as a page prints it: <c>…</c> stands for the rest of an object, a list or a text.</summary>
internal static partial class PrintedJson
{
    private const string Rest = "…";

    /// <summary>Fields with another value in each run.</summary>
    private static readonly string[] Volatile = ["transTime", "serialNo", "serial", "workingKey", "id", "key", "secret", "traceId", "timestamp", "instance"];

    /// <summary>Returns the JSON values of a sample.</summary>
    /// <exception cref="JsonException">A value is malformed.</exception>
    public static IReadOnlyList<JsonNode> Parse(string text) => Parse(text, isStrict: true);

    /// <summary>Returns the JSON values that a command printed, perhaps between other lines.</summary>
    public static IReadOnlyList<JsonNode> Find(string output) => Parse(output, isStrict: false);

    /// <summary>Returns where an answer differs from what a page prints.</summary>
    public static IEnumerable<string> Differences(JsonNode? printed, JsonNode? answered, string place = "$") => (printed, answered) switch
    {
        (JsonObject expected, JsonObject actual) =>
            actual.Where(field => !expected.ContainsKey(field.Key) && !expected.ContainsKey(Rest)).Select(field => $"{place}.{field.Key} is not printed")
                .Concat(expected.Where(field => field.Key != Rest).SelectMany(field => !actual.ContainsKey(field.Key) ? [$"{place}.{field.Key} is printed and not answered"]
                    : IsVolatile(field.Key) ? (field.Value is JsonValue) == (actual[field.Key] is JsonValue) ? [] : [$"{place}.{field.Key} is of another type"]
                    : Differences(field.Value, actual[field.Key], $"{place}.{field.Key}"))),
        (JsonArray expected, JsonArray actual) => (expected.LastOrDefault()?.GetValueKind() is JsonValueKind.String && (string)expected[^1]! == Rest ? actual.Count >= expected.Count - 1 : actual.Count == expected.Count)
            ? expected.Take(actual.Count).Where(item => item?.GetValueKind() is not JsonValueKind.String || (string)item! != Rest).SelectMany((item, at) => Differences(item, actual[at], $"{place}[{at}]"))
            : [$"{place} has {actual.Count} items"],
        _ when printed?.GetValueKind() is JsonValueKind.String && ((string)printed!).EndsWith(Rest, StringComparison.Ordinal) =>
            answered?.GetValueKind() is JsonValueKind.String && ((string)answered!).StartsWith(((string)printed!)[..^1], StringComparison.Ordinal) ? [] : [$"{place} is {answered?.ToJsonString()}"],
        _ => JsonNode.DeepEquals(printed, answered) ? [] : [$"{place} is {answered?.ToJsonString() ?? "null"}, not {printed?.ToJsonString() ?? "null"}"],
    };

    private static bool IsVolatile(string field) => Volatile.Contains(field) || field.EndsWith("At", StringComparison.Ordinal);

    private static List<JsonNode> Parse(string text, bool isStrict)
    {
        var json = RestOfList().Replace(RestOfObject().Replace(text, """${comma}"…":0}"""), """${comma}"…"]""");
        var values = new List<JsonNode>();
        var lines = json.Split('\n');
        for (var first = 0; first < lines.Length; first++)
        {
            if (!lines[first].StartsWith('{') && !lines[first].StartsWith('['))
            {
                continue;
            }

            // A value ends on the first line on which the lines so far are complete.
            for (var last = first; ; last++)
            {
                if (TryRead(string.Join('\n', lines[first..(last + 1)])) is { } read)
                {
                    values.AddRange(read);
                    first = last;
                    break;
                }

                if (last < lines.Length - 1)
                {
                    continue;
                }

                if (isStrict)
                {
                    throw new JsonException($"No JSON: {lines[first]}");
                }

                break;
            }
        }

        return values;
    }

    private static List<JsonNode>? TryRead(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
            var values = new List<JsonNode>();
            while (reader.Read())
            {
                values.Add(JsonNode.Parse(ref reader)!);
            }

            return values;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"(?<comma>[{,])\s*…\s*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex RestOfObject();

    [GeneratedRegex(@"(?<comma>[\[,])\s*…\s*\]", RegexOptions.ExplicitCapture)]
    private static partial Regex RestOfList();
}
