using System.Diagnostics;
using System.Text.Json.Nodes;
using Jpos.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>A hostile text at any place of any request is refused by name, or taken in its documented form. Each place gets one text in five, and all of them in the long form; <c>JPOS_TEST_FUZZ=2</c> says one in two.</summary>
internal sealed class HostileTextTests
{
    private static readonly KeyValuePair<string, string>[] Quiet = [new("Logging:LogLevel:Default", "Error")];

    [Test]
    public async Task A_hostile_text_is_refused_by_name_or_taken_in_its_documented_form_wherever_it_stands()
    {
        await using var host = await JposHost.Run(Quiet, folder: TemporaryFolder.InMemory());
        var fuzzer = await Fuzzer.On(host, TestLength.Of("JPOS_TEST_FUZZ", shortForm: 10, longForm: 1));
        var audited = await Audited(host);
        var watch = Stopwatch.StartNew();
        var places = BoundPlaces.OfHost();
        var surprises = await fuzzer.Run(places);
        await TestContext.Out.WriteLineAsync(
            $"{places.Count} places ({string.Join(", ", places.CountBy(place => place.Source).Select(source => $"{source.Value} {source.Key}"))}), {HostileTexts.Foreign.Length + HostileTexts.Near("1").Count() + HostileTexts.Json.Length} texts, {fuzzer.Sent} requests, {fuzzer.Accepted} accepted changes, {surprises.Count} surprises, {watch.Elapsed.TotalSeconds:F1} s");
        Assert.That(surprises.Select(surprise => surprise.ToString()).Order(StringComparer.Ordinal), Is.Empty);
        Assert.That(await Audited(host) - audited, Is.GreaterThan(0).And.LessThanOrEqualTo(fuzzer.Accepted), "what is refused changes nothing");
    }

    [Test]
    public void The_places_that_are_fuzzed_are_those_of_the_document()
    {
        var places = BoundPlaces.OfHost();
        var documented = Documented().ToList();
        Assert.That(places.Select(place => $"{place.Method} {place.Path} {place.Name}").Order(StringComparer.Ordinal), Is.EqualTo(documented.Order(StringComparer.Ordinal)));
        TestContext.Out.WriteLine($"{places.Count} places, {documented.Count} parameters and properties in docs/openapi.json");
    }

    [Test]
    public async Task A_place_that_takes_more_than_it_promises_is_found()
    {
        await using var host = await JposHost.Run(Quiet, folder: TemporaryFolder.InMemory(), services: services => services.AddControllers().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new WithLaxController())));
        var lax = BoundPlaces.Of(typeof(LaxController)).ToList();
        var found = (await (await Fuzzer.On(host)).Run(lax)).Select(surprise => surprise.Place.Name).Distinct();
        Assert.That(found, Is.EquivalentTo(lax.Select(place => place.Name).Except(["Idempotency-Key"])));
    }

    /// <summary>The parameters of each operation, and the properties of what it takes.</summary>
    private static IEnumerable<string> Documented()
    {
        var document = JsonNode.Parse(File.ReadAllText(RepositoryFile.PathOf("docs/openapi.json")))!;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var parameters = (operation!["parameters"]?.AsArray() ?? []).Select(parameter => Resolve(document, parameter!)["name"]!.GetValue<string>());
                var schema = operation["requestBody"]?["content"]?.AsObject().First().Value?["schema"];
                foreach (var name in parameters.Concat(schema is null ? [] : Properties(document, "", schema)))
                {
                    yield return $"{method.ToUpperInvariant()} {path} {name}";
                }
            }
        }
    }

    private static IEnumerable<string> Properties(JsonNode document, string within, JsonNode schema)
    {
        var one = schema["oneOf"]?.AsArray().FirstOrDefault(choice => choice!["$ref"] is not null) ?? schema;
        foreach (var (name, property) in Resolve(document, one)["properties"]?.AsObject() ?? [])
        {
            yield return within + name;
            foreach (var inner in Properties(document, $"{within}{name}.", property!))
            {
                yield return inner;
            }
        }
    }

    private static JsonNode Resolve(JsonNode document, JsonNode node) =>
        node["$ref"]?.GetValue<string>() is { } reference ? reference.Split('/').Skip(1).Aggregate(document, (at, part) => at[part]!) : node;

    private static Task<int> Audited(JposHost host) => host.InDatabase(db => db.Audit.CountAsync());

    private sealed class WithLaxController : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) => feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(LaxController)));
    }
}
