using System.Text.Json;
using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>docs/security.md says what each route costs at most, and what bounds that.</summary>
internal sealed partial class RouteCostsTests
{
    [Test]
    public void Each_route_of_the_document_has_its_cost_and_its_bound_in_the_table_and_no_other()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryFile.PathOf("docs/openapi.json")));
        var routes = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()
                .Where(operation => operation.Name is "get" or "post" or "put" or "patch" or "delete")
                .Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        var lines = Row().Matches(File.ReadAllText(RepositoryFile.PathOf("docs/security.md"))).ToList();

        Assert.That(lines.Select(line => line.Groups["route"].Value), Is.EquivalentTo(routes));
        Assert.That(lines.Where(line => line.Groups["bound"].Value.Trim().Length == 0).Select(line => line.Groups["route"].Value), Is.Empty);
    }

    [GeneratedRegex(@"^\| `(?<route>[A-Z]+ /[^`]+)` \|.*\|(?<bound>[^|]*)\|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
