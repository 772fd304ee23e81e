using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>Says which answers to hostile texts surprise.</summary>
internal sealed class AnswerJudge
{
    private readonly ConcurrentBag<Surprise> surprises = [];
    private int accepted;

    /// <summary>How many changes were accepted.</summary>
    public int Accepted => accepted;

    /// <summary>What surprised, in no order.</summary>
    public IReadOnlyList<Surprise> Surprises => [.. surprises];

    /// <summary>What was accepted is what is there.</summary>
    public void Compare(BoundPlace place, string json, string view, string what)
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
        && DateTimeOffset.TryParse(told.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var one) && DateTimeOffset.TryParse(there.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other) && one == other;

    private static bool IsSameAddress(JsonNode? told, JsonNode there) =>
        told?.GetValueKind() is JsonValueKind.String && there.GetValueKind() is JsonValueKind.String
        && Uri.TryCreate(told.GetValue<string>(), UriKind.Absolute, out var one) && one.AbsoluteUri == there.GetValue<string>();

    public void Judge(BoundPlace place, string text, FuzzAnswer answer, bool isForm)
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

    public void JudgeTerminal(BoundPlace place, string text, FuzzAnswer answer, bool isRead)
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

    private static bool Names(BoundPlace place, string text, FuzzAnswer answer)
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

    public static bool FitsKind(BoundPlace place, string json) => Parse(json)?.GetValueKind() switch
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
}
