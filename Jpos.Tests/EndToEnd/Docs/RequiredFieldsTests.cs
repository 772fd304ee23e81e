using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jpos.Domain.Access;
using Jpos.Domain.Text;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>What the OpenAPI document says of the fields of a request is what the host requires: which fields must be sent, and which may be null.</summary>
internal sealed partial class RequiredFieldsTests
{
    private static readonly Dictionary<string, string> Placeholders = new()
    {
        ["stores/{number}"] = "stores/100000000000021",
        ["terminals/{number}"] = "terminals/10000021",
        ["cards/{number}"] = "cards/9900000000000119",
        ["held-gifts/{serial}"] = "held-gifts/100000000001",
        ["{id}"] = "1",
    };

    private readonly Dictionary<string, BackOfficeClient> clients = [];

    private JposHost host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            clients[EnumNames.Of(permission)] = await BackOfficeClient.Of(host, Enum.GetValues<Role>().First(role => role.Has(permission)));
        }

        foreach (var operation in new[] { "createStore", "createTerminal" })
        {
            var created = await Send(ApiDocument.Kept[operation], ApiDocument.Kept[operation].Example);
            Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Created), created.Text);
        }
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public void Most_operations_require_a_field() =>
        Assert.That(Whole.Count(operation => operation.Body!["required"] is JsonArray { Count: > 0 }), Is.EqualTo(Whole.Count()).And.GreaterThan(25));

    [TestCaseSource(nameof(Whole))]
    public async Task The_example_has_no_invalid_field(ApiOperation operation)
    {
        var answer = await Send(operation, operation.Example);
        Assert.That(answer.Status, Is.Not.EqualTo(HttpStatusCode.BadRequest).And.Not.EqualTo(HttpStatusCode.Unauthorized), answer.Text);
    }

    [TestCaseSource(nameof(Whole))]
    public async Task A_field_must_be_sent_exactly_if_it_is_required(ApiOperation operation)
    {
        foreach (var field in Fields(operation.Body!, ""))
        {
            Assert.That(await Refuses(operation, operation.Example, field.Path, parent => parent.Remove(field.Name)), Is.EqualTo(field.IsRequired), $"{field.Path} is left out");
        }
    }

    [TestCaseSource(nameof(Whole))]
    public async Task A_field_may_be_null_exactly_if_its_schema_says_so(ApiOperation operation)
    {
        foreach (var field in Fields(operation.Body!, ""))
        {
            Assert.That(await Refuses(operation, operation.Example, field.Path, parent => parent[field.Name] = null), Is.EqualTo(!field.MayBeNull), $"{field.Path} is null");
            Assert.That(field.MayBeNull, Is.EqualTo(!field.IsRequired), $"{field.Path}: what is optional may be null");
        }
    }

    [TestCaseSource(nameof(Whole))]
    public async Task An_item_of_a_list_must_not_be_null(ApiOperation operation)
    {
        foreach (var field in Fields(operation.Body!, "").Where(field => field.Schema["items"] is not null))
        {
            Assert.That(ApiDocument.HasNull(field.Schema["items"]!), Is.False, field.Path);
            var body = operation.Example.DeepClone().AsObject();
            body[field.Name] = new JsonArray(null, null);
            var answer = await Send(operation, body);
            Assert.That((answer.Status, answer.Blamed.Any(blamed => blamed.StartsWith(field.Path, StringComparison.Ordinal))), Is.EqualTo((HttpStatusCode.BadRequest, true)), $"{field.Path}: {answer.Text}");
        }
    }

    [TestCaseSource(nameof(Patches))]
    public async Task A_patch_requires_no_field_and_refuses_null_where_there_is_no_default(ApiOperation operation)
    {
        var path = await Created(operation);
        var client = clients[operation.Permission];
        var whole = ApiDocument.Kept.Operations.Single(put => put.Method == HttpMethod.Put && put.Path == operation.Path);
        Assert.That((await client.Patch(path, new JsonObject(), "*")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Fields(operation.Body!, "").Select(field => (field.Path, field.IsRequired, field.MayBeNull)), Is.EqualTo(Fields(whole.Body!, "").Select(field => (field.Path, false, field.MayBeNull))));
        foreach (var field in Fields(operation.Body!, ""))
        {
            var patch = field.Path.Split('.').Reverse().Aggregate((JsonNode?)null, (value, name) => new JsonObject { [name] = value })!;
            var answer = await client.Patch(path, patch, "*");
            Assert.That((answer.Status, answer.Blamed), field.MayBeNull ? Is.EqualTo((HttpStatusCode.OK, Array.Empty<string>())) : Is.EqualTo((HttpStatusCode.BadRequest, new[] { field.Path })), $"{field.Path}: {answer.Text}");
        }
    }

    /// <summary>The operations that take a whole body: all but the patches.</summary>
    private static IEnumerable<ApiOperation> Whole => ApiDocument.Kept.Operations.Where(operation => operation is { IsOfBackOffice: true, Body: not null } && operation.Method != HttpMethod.Patch);

    private static IEnumerable<ApiOperation> Patches => ApiDocument.Kept.Operations.Where(operation => operation.Method == HttpMethod.Patch);

    /// <summary>Returns the fields of a body, and those of objects in it.</summary>
    private static IEnumerable<(string Path, string Name, bool IsRequired, bool MayBeNull, JsonNode Schema)> Fields(JsonObject schema, string prefix)
    {
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        foreach (var (name, field) in schema["properties"]!.AsObject())
        {
            yield return ($"{prefix}{name}", name, required.Contains(name), ApiDocument.HasNull(field!), field!);
            if (field!["$ref"] is not null && ApiDocument.Kept.Resolve(field) is { } part && part["properties"] is not null)
            {
                foreach (var inner in Fields(part, $"{prefix}{name}."))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>Returns whether the host refuses a changed example because of a field.</summary>
    private async Task<bool> Refuses(ApiOperation operation, JsonObject example, string path, Action<JsonObject> change)
    {
        var body = example.DeepClone().AsObject();
        change(path.Split('.').SkipLast(1).Aggregate(body, (at, name) => at[name]!.AsObject()));
        var answer = await Send(operation, body);
        Assert.That(answer.Status, Is.Not.EqualTo(HttpStatusCode.Unauthorized).And.Not.EqualTo(HttpStatusCode.InternalServerError), answer.Text);
        Assert.That(answer.Status, answer.Blamed.Contains(path) ? Is.EqualTo(HttpStatusCode.BadRequest).Or.EqualTo(HttpStatusCode.Conflict) : Is.Not.EqualTo(HttpStatusCode.BadRequest), answer.Text);
        return answer.Status is HttpStatusCode.BadRequest;
    }

    private async Task<BackOfficeAnswer> Send(ApiOperation operation, JsonObject body)
    {
        var path = Placeholders.Aggregate(operation.Path, (at, placeholder) => at.Replace(placeholder.Key, placeholder.Value, StringComparison.Ordinal));
        Assert.That(Placeholder().IsMatch(path), Is.False, path);
        var client = clients[operation.Permission];
        return operation.Method == HttpMethod.Put ? await client.Put(path, body, "*") : await client.Post(path, body);
    }

    /// <summary>Creates a row for a patch by the example of the POST, and returns its address.</summary>
    private async Task<string> Created(ApiOperation patch)
    {
        var parent = patch.Path.Split("/{")[0];
        return patch.Path.EndsWith("{id}", StringComparison.Ordinal)
            ? (await Send(ApiDocument.Kept.Find(HttpMethod.Post, parent)!, ApiDocument.Kept.Find(HttpMethod.Post, parent)!.Example)).Location!
            : Placeholders.Aggregate(patch.Path, (at, placeholder) => at.Replace(placeholder.Key, placeholder.Value, StringComparison.Ordinal));
    }

    [GeneratedRegex("[{}]")]
    private static partial Regex Placeholder();
}
