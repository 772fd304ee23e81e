using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Jpos.Tests.Hosting;

/// <summary>An operation of the OpenAPI document.</summary>
internal sealed record ApiOperation(ApiDocument Document, string Path, HttpMethod Method, JsonObject Node)
{
    private readonly Regex addresses = new($"^{Regex.Replace(Path, @"\{[^}]+\}", "[^/]+")}$");

    public string Id => (string)Node["operationId"]!;

    public bool IsOfBackOffice => Path.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>The permission that the caller must have.</summary>
    public string Permission => (string)Node["security"]!.AsArray().Single()!["bearer"]!.AsArray().Single()!;

    public IEnumerable<(int Status, JsonObject Response)> Statuses => Node["responses"]!.AsObject().Select(response => (int.Parse(response.Key, CultureInfo.InvariantCulture), Document.Resolve(response.Value!)));

    public IEnumerable<JsonObject> Responses => Statuses.Select(status => status.Response);

    /// <summary>The URIs of the problem types that can occur.</summary>
    public IReadOnlySet<string> Problems => field ??= Responses.SelectMany(response => response["content"]?["application/problem+json"]?["examples"]?.AsObject() ?? [])
        .Select(example => (string)example.Value!["value"]!["type"]!).ToHashSet();

    /// <summary>The schema of a JSON body; null if the operation has none.</summary>
    public JsonObject? Body => Node["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? Document.Resolve(schema) : null;

    /// <summary>The example of a JSON body.</summary>
    public JsonObject Example => Node["requestBody"]!["content"]!["application/json"]!["example"]!.AsObject();

    /// <summary>Returns whether a path leads to this operation.</summary>
    public bool Has(string path) => addresses.IsMatch(path);
}
