using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jpos.Api.BackOffice.Requests;
using Jpos.Api.Problems;
using Jpos.Domain.Access;
using Jpos.Domain.Text;
using Jpos.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>Each operation in the OpenAPI document has a description, examples, its permission, its problem types and links that work.</summary>
internal sealed partial class OperationsTests
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private JposHost host = null!;
    private ApiDocument document = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        document = await ApiDocument.Of(host);
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public void Each_operation_has_a_description() =>
        Assert.That(document.Operations.Where(operation => string.IsNullOrWhiteSpace((string?)operation.Node["description"])).Select(operation => operation.Id), Is.Empty);

    [Test]
    public void Each_body_and_each_answer_has_an_example()
    {
        var contents = document.Operations.SelectMany(operation => operation.Responses.Append(operation.Node["requestBody"]).OfType<JsonObject>()
            .SelectMany(body => body["content"]?.AsObject() ?? [])
            .Where(media => media.Key != Workbook)
            .Select(media => (Place: $"{operation.Id} {media.Key}", Media: media.Value!.AsObject()))).ToList();

        Assert.That(contents, Has.Count.GreaterThan(500));
        Assert.That(contents.Where(content => !content.Media.ContainsKey("example") && content.Media["examples"] is null && content.Media["$ref"] is null).Select(content => content.Place).Distinct(), Is.Empty);
    }

    [Test]
    public void Each_operation_of_the_back_office_names_its_permission_and_the_roles_that_have_it()
    {
        var actions = host.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .Where(action => action.EndpointMetadata.OfType<RequiresAttribute>().Any())
            .ToDictionary(action => (Method: action.ActionConstraints!.OfType<Microsoft.AspNetCore.Mvc.ActionConstraints.HttpMethodActionConstraint>().Single().HttpMethods.Single(), Path: PathOf(action.AttributeRouteInfo!.Template!)));
        var operations = document.Operations.Where(operation => operation.IsOfBackOffice).ToList();

        Assert.That(operations, Has.Count.EqualTo(actions.Count));
        foreach (var operation in operations)
        {
            var action = actions[(operation.Method.Method, operation.Path)];
            var permission = action.EndpointMetadata.OfType<RequiresAttribute>().Single().Right;
            var roles = Enum.GetValues<Role>().Where(role => role.Has(permission)).Select(role => $"`{EnumNames.Of(role)}`");
            Assert.That(operation.Permission, Is.EqualTo(EnumNames.Of(permission)), operation.Id);
            Assert.That((string)operation.Node["description"]!, Does.Contain($"Permission: `{EnumNames.Of(permission)}`. Roles with it: {string.Join(", ", roles)}."), operation.Id);
        }
    }

    [Test]
    public void A_problem_answer_lists_its_types_and_has_an_example_of_each()
    {
        var known = ProblemTypes.All.ToDictionary(type => type.Uri);
        foreach (var operation in document.Operations.Where(operation => operation.IsOfBackOffice))
        {
            foreach (var (status, response) in operation.Statuses.Where(response => response.Status >= 400))
            {
                var examples = response["content"]!["application/problem+json"]!["examples"]!.AsObject().Select(example => example.Value!["value"]!).ToList();
                Assert.That(examples, Is.Not.Empty, $"{operation.Id} {status}");
                foreach (var example in examples)
                {
                    var type = known[(string)example["type"]!];
                    Assert.That((status, (int)example["status"]!, (string)example["title"]!), Is.EqualTo((type.Status, type.Status, type.Title)), operation.Id);
                    Assert.That((string)response["description"]!, Does.Contain($"[`{type.Uri}`]({type.Uri})"), operation.Id);
                }
            }
        }
    }

    [Test]
    public void An_operation_does_not_list_problems_that_only_others_have()
    {
        Assert.That(TypesOf("getStore"), Does.Contain("not-found").And.Not.Contain("network-wide").And.Not.Contain("invalid-file").And.Not.Contain("same-person").And.Not.Contain("conflict"));
        Assert.That(TypesOf("decideAdjustment"), Does.Contain("same-person").And.Contain("network-wide").And.Not.Contain("daily-limit-exceeded").And.Not.Contain("secret-already-shown"));
        Assert.That(TypesOf("createApiKey"), Does.Contain("secret-already-shown").And.Not.Contain("workbook-too-large"));
    }

    [Test]
    public async Task Each_link_leads_to_a_place_on_this_host()
    {
        var links = Link().Matches(document.Text).Select(link => link.Groups["address"].Value).Distinct().ToList();
        Assert.That(links, Has.Some.StartsWith("/docs/protocol#").And.Some.StartsWith("/docs/errors#"));
        foreach (var page in links.GroupBy(link => link.Split('#')[0]))
        {
            var html = await host.Http.GetStringAsync(new Uri(page.Key, UriKind.Relative));
            Assert.That(page.Where(link => link.Contains('#', StringComparison.Ordinal)).Where(link => !html.Contains($"id=\"{link.Split('#')[1]}\"", StringComparison.Ordinal)), Is.Empty);
        }
    }

    [Test]
    public void A_section_of_the_protocol_is_cited_by_a_link() =>
        Assert.That(Citation().Matches(document.Text).Select(citation => document.Text.Substring(Math.Max(0, citation.Index - 40), 60)), Is.Empty);

    [Test]
    public async Task The_protocol_page_takes_nothing_from_elsewhere_and_has_no_dead_link()
    {
        using var page = await host.Http.GetAsync(new Uri("/docs/protocol", UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();

        Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'; "));
        Assert.That(html, Does.Contain("<table>").And.Contain("<h2 id=\"9-keys-mac-and-pin\">").And.Not.Contain("<script").And.Not.Contain("<img"));
        var inside = Href().Matches(html).Select(link => link.Groups["address"].Value).ToList();
        Assert.That(inside.Where(link => !link.StartsWith("https://", StringComparison.Ordinal) && !(link.StartsWith('#') && html.Contains($"id=\"{link[1..]}\"", StringComparison.Ordinal))), Is.Empty);
    }

    [TestCase("importCards", "imports/cards")]
    [TestCase("importMembers", "imports/members")]
    [TestCase("importTickets", "imports/tickets")]
    public async Task The_example_of_an_import_has_the_columns_that_the_import_takes(string operation, string path)
    {
        var file = (string)document[operation].Node["requestBody"]!["content"]!["text/csv"]!["example"]!;
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var answer = await manager.Post($"{path}?dryRun=true", Encoding.UTF8.GetBytes(file));
        Assert.That((answer.Status, answer["lines"]), Is.EqualTo((HttpStatusCode.OK, "1")), answer.Text);
    }

    [TestCase("exportTransactions", "exports/transactions?from=2026-03-01&to=2026-03-03")]
    [TestCase("exportSettlements", "exports/settlements?from=2026-03-01&to=2026-03-03")]
    [TestCase("exportStatement", "exports/statements?from=2026-03-01&to=2026-03-03&card=" + Form.GoldCard)]
    public async Task The_example_of_an_export_has_the_columns_of_the_export(string operation, string path)
    {
        var example = (string)document[operation].Node["responses"]!["200"]!["content"]!["text/csv"]!["example"]!;
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var lines = example.Trim().Split('\n');
        Assert.That((await manager.Get(path)).Text.TrimStart('\uFEFF').Split('\n')[0].Trim(), Is.EqualTo(lines[0]));
        Assert.That(lines.Select(line => line.Split(',').Length), Is.All.EqualTo(lines[0].Split(',').Length));
    }

    private IEnumerable<string> TypesOf(string operation) => document[operation].Problems.Select(type => type.Split('#')[1]);

    private static string PathOf(string template) => "/api/v1/" + Constraint().Replace(template.Split("$)}/")[1], "");

    [GeneratedRegex(@"\]\((?<address>/[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("(?<!\\[|\\[[Pp]rotocol )§", RegexOptions.None)]
    private static partial Regex Citation();

    [GeneratedRegex("href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Href();

    [GeneratedRegex(@"(?<=\{[a-zA-Z]+):[a-z]+(?=\})")]
    private static partial Regex Constraint();
}
