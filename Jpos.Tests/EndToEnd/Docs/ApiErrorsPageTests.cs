using System.Text.Json;
using System.Text.RegularExpressions;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Requests;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>docs/api-errors.md and the page of the host describe each type of problem, and no other.</summary>
internal sealed partial class ApiErrorsPageTests
{
    private static readonly string Text = File.ReadAllText(RepositoryFile.PathOf("docs/api-errors.md")).ReplaceLineEndings("\n");

    private static IEnumerable<string> Names => ProblemTypes.All.Select(type => type.Name);

    [Test]
    public void Each_type_has_its_section_and_no_section_is_unknown()
    {
        Assert.That(Names, Is.Unique.And.All.Match("^[a-z]+(-[a-z]+)*$"));
        Assert.That(Heading().Matches(Text).Select(heading => heading.Groups["name"].Value), Is.EqualTo(Names));
        Assert.That(Row().Matches(Text).Select(row => row.Groups["name"].Value), Is.EqualTo(Names), "the table of all types");
    }

    [TestCaseSource(nameof(Names))]
    public void A_section_says_what_the_code_says(string name)
    {
        var type = ProblemTypes.All.Single(one => one.Name == name);
        var section = Text[(Text.IndexOf($"\n## {name}\n", StringComparison.Ordinal) + 1)..].Split("\n## ")[0];

        Assert.That(section, Does.Contain($"`{type.Uri}`, status {type.Status}: {type.Title}.").And.Contain($"\n{type.Meaning}\n").And.Contain($" {type.Action}\n"));
        using var example = JsonDocument.Parse(Json().Match(section).Groups["json"].Value);
        var problem = example.RootElement;
        Assert.That(
            (problem.GetProperty("type").GetString(), problem.GetProperty("title").GetString(), problem.GetProperty("status").GetInt32()),
            Is.EqualTo((type.Uri, type.Title, type.Status)));
        Assert.That(problem.GetProperty("detail").GetString(), Is.Not.Empty);
    }

    [Test]
    public void Each_kind_of_failure_is_a_type() =>
        Assert.That(Enum.GetValues<FailureKind>().Select(ProblemTypes.Of), Is.Unique.And.SubsetOf(ProblemTypes.All));

    [Test]
    public async Task The_host_serves_the_page_to_which_types_lead()
    {
        await using var host = await JposHost.Borrow();
        var page = await host.Http.GetStringAsync(new Uri(ProblemTypes.Page, UriKind.Relative));
        Assert.That(Anchor().Matches(page).Select(anchor => anchor.Groups["name"].Value), Is.EqualTo(Names));
        Assert.That(page, Does.Contain("<code>Idempotency-Key</code>").And.Not.Contain("http"));
    }

    [GeneratedRegex("^## (?<name>[a-z-]+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| \[(?<name>[a-z-]+)\]\(#\k<name>\) \| [0-9]+ \| .+ \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex("```json\n(?<json>.+?)\n```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Json();

    [GeneratedRegex("<h2 id=\"(?<name>[^\"]+)\">", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();
}
