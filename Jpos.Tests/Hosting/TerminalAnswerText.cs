using System.Net;
using System.Text.Json;

namespace Jpos.Tests.Hosting;

/// <summary>An answer as a terminal gets it.</summary>
/// <param name="Http">The HTTP status.</param>
/// <param name="Text">The body, as it is.</param>
/// <param name="Json">The body, read.</param>
internal sealed record TerminalAnswerText(HttpStatusCode Http, string Text, JsonElement Json)
{
    public string Status => Json.GetProperty("status").GetString()!;

    /// <summary>A field's text; null if it is not there.</summary>
    public string? this[string field] => Json.TryGetProperty(field, out var value) ? value.ToString() : null;

    public string Serial => Json.GetProperty("serialNo").GetString()!;

    public decimal Balance => Json.GetProperty("pointBalance").GetDecimal();

    public decimal Available => Json.GetProperty("avaiablePointBalance").GetDecimal();

    public string? Detail => Json.TryGetProperty("detail", out var detail) ? detail.GetString() : null;

    public static async Task<TerminalAnswerText> Read(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text);
        return new TerminalAnswerText(response.StatusCode, text, json.RootElement.Clone());
    }
}
