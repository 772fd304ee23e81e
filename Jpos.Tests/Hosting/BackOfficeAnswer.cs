using System.Net;
using System.Text.Json;

namespace Jpos.Tests.Hosting;

/// <summary>What the back office answered.</summary>
internal sealed record BackOfficeAnswer(HttpStatusCode Status, string Text, string? Tag, string? Location, string? Link, string? Type, string? RetryAfter)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>A field's text.</summary>
    public string? this[string field] => Json.GetProperty(field).ToString();

    /// <summary>The fields that are to blame.</summary>
    public IEnumerable<string> Blamed => Json.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(error => error.Name) : [];
}
