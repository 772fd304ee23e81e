using System.Text.Json.Nodes;

namespace Jpos.Tests.Hosting;

/// <summary>The OpenAPI document: what it says of each operation.</summary>
internal sealed class ApiDocument
{
    private readonly JsonNode root;

    private ApiDocument(string text)
    {
        Text = text;
        root = JsonNode.Parse(text)!;
        Operations =
        [
            .. root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation =>
                new ApiOperation(this, path.Key, HttpMethod.Parse(operation.Key), operation.Value!.AsObject()))),
        ];
    }

    /// <summary>The document in the repository, which a test compares with the host's.</summary>
    public static ApiDocument Kept { get; } = new(File.ReadAllText(RepositoryFile.PathOf("docs/openapi.json")));

    /// <summary>The document as JSON.</summary>
    public string Text { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public ApiOperation this[string id] => Operations.Single(operation => operation.Id == id);

    /// <summary>Reads the document of a host.</summary>
    public static async Task<ApiDocument> Of(JposHost host) => new(await host.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));

    public bool HasSchema(string name) => root["components"]!["schemas"]![name] is not null;

    /// <summary>Returns the schema of a name.</summary>
    public JsonObject Schema(string name) => root["components"]!["schemas"]![name]!.AsObject();

    /// <summary>Returns the operation of a request; null if there is none.</summary>
    public ApiOperation? Find(HttpMethod method, string path) =>
        Operations.Where(operation => operation.Method == method && operation.Has(path)).MinBy(operation => operation.Path.Count(letter => letter == '{'));

    /// <summary>Follows a reference.</summary>
    public JsonObject Resolve(JsonNode node) => (string?)node["$ref"] is not { } reference ? node.AsObject()
        : reference.Split('/').Skip(1).Aggregate(root, (at, name) => at[name]!).AsObject();

    /// <summary>Returns whether a schema has null among its values.</summary>
    public static bool HasNull(JsonNode schema) =>
        schema["type"] is JsonArray types ? types.Any(type => (string?)type == "null")
        : schema["oneOf"] is JsonArray choices && choices.Any(choice => (string?)choice!["type"] == "null");
}
