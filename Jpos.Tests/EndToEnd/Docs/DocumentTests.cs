using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jpos.Api.Docs;
using Jpos.Tests.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>What the host says of itself is what is kept in docs/openapi.json, whole, and to be read without anything from elsewhere.</summary>
internal sealed class DocumentTests
{
    private JposHost host = null!;
    private string text = null!;
    private JsonNode document = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        text = (await host.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).ReplaceLineEndings("\n") + "\n";
        document = JsonNode.Parse(text)!;
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public void A_patch_has_an_example_that_names_one_field()
    {
        var patches = JsonNode.Parse(File.ReadAllText(RepositoryFile.PathOf("docs/openapi.json")))!["paths"]!.AsObject().Where(path => path.Value!["patch"] is not null).ToList();
        Assert.That(patches, Is.Not.Empty);
        foreach (var (path, methods) in patches)
        {
            var content = methods!["patch"]!["requestBody"]!["content"]!.AsObject();
            Assert.That(content.Select(media => media.Value!["example"]?.AsObject().Count ?? 0), Is.All.EqualTo(1), path);
        }
    }

    [Test, Category(RepositoryFile.Golden)]
    public async Task It_is_the_document_that_is_kept() =>
        Assert.That(text, Is.EqualTo(await RepositoryFile.Renew(RepositoryFile.PathOf("docs/openapi.json"), text)), RepositoryFile.HowToRenew);

    [Test]
    public async Task It_is_the_same_each_time() =>
        Assert.That((await host.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).ReplaceLineEndings("\n") + "\n", Is.EqualTo(text));

    [Test]
    public void Every_operation_has_a_name_of_its_own_and_a_text()
    {
        var operations = Operations().ToList();
        Assert.That(operations, Has.Count.GreaterThan(40));
        Assert.That(operations.Select(operation => (string)operation["operationId"]!), Is.Unique.And.All.Match("^[a-z][A-Za-z]+$"));
        Assert.That(operations.Where(operation => string.IsNullOrEmpty((string?)operation["summary"])).Select(operation => (string)operation["operationId"]!), Is.Empty);
    }

    [Test]
    public void Everything_that_is_sent_or_answered_is_explained() =>
        Assert.That(Unexplained(document, "#").Where(place => !place.Contains("/example", StringComparison.Ordinal)), Is.Empty, "fields, parameters and schemas without a text");

    [Test]
    public void Amounts_are_numbers_and_nothing_is_a_number_or_a_text() =>
        Assert.That(text, Does.Contain("\"format\": \"decimal\"").And.Not.Match("\"pattern\"").And.Not.Contain("\"type\": [\n                \"number\",\n                \"string\""));

    [Test]
    public void The_back_office_asks_who_comes_and_the_terminals_do_not()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (path, methods) in document["paths"]!.AsObject())
            {
                var isOfBackOffice = path.StartsWith("/api/v1/", StringComparison.Ordinal);
                foreach (var (method, operation) in methods!.AsObject())
                {
                    Assert.That(operation!["security"]!.ToJsonString(), isOfBackOffice ? Does.Match("""^\[\{"bearer":\["[a-zA-Z]+"\]\}\]$""") : Is.EqualTo("[{}]"), $"{method} {path}");
                    Assert.That(operation["responses"]!.AsObject().ContainsKey("401"), Is.EqualTo(isOfBackOffice), $"{method} {path}");
                }
            }
        }
    }

    [TestCaseSource(nameof(OfficeTypes))]
    public void An_example_of_the_back_office_says_what_its_type_does(Type type)
    {
        var json = host.Services.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        var example = host.Services.GetRequiredService<Examples>().Of(type)!;
        var fields = type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.That(example.AsObject().Select(field => field.Key), Is.EquivalentTo(fields));
        Assert.That(JsonSerializer.SerializeToNode(example.Deserialize(type, json), type, json)!.ToJsonString(), Is.EqualTo(example.ToJsonString()));
    }

    [Test]
    public async Task The_forms_of_the_examples_are_well_formed()
    {
        foreach (var (path, methods) in document["paths"]!.AsObject().Where(path => path.Key.StartsWith("/v1/jpos/", StringComparison.Ordinal)))
        {
            var example = methods!["post"]!["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["example"];
            Assert.That(example, Is.Not.Null, path);
            var answer = await host.Post(path, Form.Of([.. example!.AsObject().Select(field => (field.Key, (string)field.Value!))]));
            Assert.That((answer.Http, answer.Status), Is.Not.EqualTo((HttpStatusCode.OK, "30")).And.Not.EqualTo((HttpStatusCode.OK, "13")), $"{path} {answer.Text}");
            Assert.That(
                answer.Json.EnumerateObject().Select(field => field.Name).Where(name => name != "detail"),
                Is.EqualTo(methods["post"]!["responses"]!["200"]!["content"]!["application/json"]!["example"]!.AsObject().Select(field => field.Key)),
                $"{path}, the answer");
        }
    }

    [Test]
    public async Task The_page_takes_nothing_from_elsewhere()
    {
        using var page = await host.Http.GetAsync(new Uri("/docs", UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();

        Assert.That((page.StatusCode, page.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/html")));
        Assert.That(html, Does.Contain("\"withDefaultFonts\":false").And.Contain("\"telemetry\":false").And.Not.Contain("http://").And.Not.Contain("https://").And.Not.Contain("proxyUrl"));
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'none'; ").And.Contain("connect-src 'self';").And.Not.Contain("http").And.Not.Contain("*"));
        Assert.That(await host.Http.GetStringAsync(new Uri("/docs/scalar.js", UriKind.Relative)), Has.Length.GreaterThan(100_000));
    }

    [Test]
    public async Task It_can_be_turned_off()
    {
        await using var silent = await JposHost.Run([KeyValuePair.Create("Jpos:Docs", "false")]);
        foreach (var path in new[] { "/openapi/v1.json", "/docs", "/docs/", "/docs/scalar.js", "/docs/errors", "/docs/protocol" })
        {
            using var answer = await silent.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
        }
    }

    private static IEnumerable<Type> OfficeTypes => BackOfficeExamples.All.Keys;

    private IEnumerable<JsonNode> Operations() => document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!);

    private static IEnumerable<string> Unexplained(JsonNode? node, string place)
    {
        if (node is JsonArray items)
        {
            return items.SelectMany((item, at) => Unexplained(item, $"{place}/{at}"));
        }

        if (node is not JsonObject fields)
        {
            return [];
        }

        var explained = place.EndsWith("/properties", StringComparison.Ordinal) || place.EndsWith("/schemas", StringComparison.Ordinal) ? fields.Select(field => (field.Key, field.Value))
            : fields["parameters"] is JsonArray parameters ? parameters.Where(parameter => parameter!["$ref"] is null).Select(parameter => ((string)parameter!["name"]!, (JsonNode?)parameter))
            : [];
        return explained.Where(one => string.IsNullOrEmpty((string?)one.Item2!["description"])).Select(one => $"{place}/{one.Item1}")
            .Concat(fields.SelectMany(field => Unexplained(field.Value, $"{place}/{field.Key}")));
    }
}
