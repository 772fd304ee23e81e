using System.Text.Json;
using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>docs/security.md says what each route costs at most, and what bounds that.</summary>
internal sealed partial class RouteCostsTests
{
    /// <summary>Stands for each resource that has no rows of its own.</summary>
    private const string Any = "/api/v1/{resource}";

    [Test]
    public void Each_route_of_the_document_has_its_cost_and_its_bound_in_the_table_and_no_other()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryFile.PathOf("docs/openapi.json")));
        var routes = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()
                .Where(operation => operation.Name is "get" or "post" or "put" or "patch" or "delete")
                .Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        var lines = Row().Matches(File.ReadAllText(RepositoryFile.PathOf("docs/security.md"))).ToList();

        var costs = lines.Select(line => line.Groups["route"].Value).ToList();
        var others = OfficeResource.All.Select(resource => $"/api/v1/{resource.Path}").Where(path => !costs.Exists(route => route.EndsWith(path, StringComparison.Ordinal))).ToList();

        Assert.That(
            costs.Where(route => !route.Contains(Any, StringComparison.Ordinal)).Concat(others.SelectMany(path => costs.Where(route => route.Contains(Any, StringComparison.Ordinal)).Select(route => route.Replace(Any, path, StringComparison.Ordinal)))),
            Is.EquivalentTo(routes));
        Assert.That(lines.Where(line => line.Groups["bound"].Value.Trim().Length == 0).Select(line => line.Groups["route"].Value), Is.Empty);
    }

    [GeneratedRegex(@"^\| `(?<route>[A-Z]+ /[^`]+)` \|.*\|(?<bound>[^|]*)\|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
