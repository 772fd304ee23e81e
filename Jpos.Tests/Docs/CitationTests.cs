using System.Text.RegularExpressions;

namespace Jpos.Tests.Docs;

/// <summary>The comments in the code cite sections of the terminal protocol that exist.</summary>
internal sealed partial class CitationTests
{
    private static readonly string[] Products = ["Jpos.Domain", "Jpos.Application", "Jpos.Infrastructure", "Jpos.Api"];

    private static readonly List<(string File, string[] Lines)> Code =
    [
        .. Directory.EnumerateDirectories(MarkdownPage.Root, "Jpos.*").SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            .Where(file => !Folder().IsMatch(file))
            .Select(file => (Path.GetRelativePath(MarkdownPage.Root, file), File.ReadAllLines(file))),
    ];

    [Test]
    public void A_comment_for_the_documentation_cites_a_section_by_a_link() => Assert.That(
        Lines(file => Products.Contains(file.Split(Path.DirectorySeparatorChar)[0]), line => line.TrimStart().StartsWith("///", StringComparison.Ordinal) && BareCitation().IsMatch(line)),
        Is.Empty);

    [Test]
    public void Each_link_in_a_comment_leads_to_a_section_of_a_page()
    {
        var links = Code.SelectMany(file => file.Lines.SelectMany(line => Link().Matches(line))).ToList();
        Assert.That(links, Has.Count.GreaterThan(100));
        Assert.That(links.Where(link => !MarkdownPage.Of(link.Groups["page"].Value).Anchors.Contains(link.Groups["anchor"].Value)).Select(link => link.Value), Is.Empty);
    }

    [Test]
    public void A_link_names_the_section_that_it_leads_to()
    {
        var links = Code.SelectMany(file => file.Lines.SelectMany(line => NumberedLink().Matches(line))).ToList();
        Assert.That(links, Has.Count.GreaterThan(100));
        Assert.That(links.Where(link => link.Groups["anchor"].Value != link.Groups["number"].Value.Replace(".", "", StringComparison.Ordinal)).Select(link => link.Value), Is.Empty);
    }

    [Test]
    public void Each_cited_section_exists()
    {
        var sections = Heading().Matches(MarkdownPage.Of("docs/protocol.md").Text).Select(heading => heading.Groups["number"].Value).ToHashSet();
        Assert.That(sections, Has.Count.GreaterThan(30));
        Assert.That(Lines(_ => true, line => Cited().Matches(line).Any(cited => !sections.Contains(cited.Groups["number"].Value))), Is.Empty);
    }

    private static IEnumerable<string> Lines(Func<string, bool> isOf, Func<string, bool> isFound) =>
        Code.Where(file => isOf(file.File)).SelectMany(file => file.Lines.Where(isFound).Select(line => $"{file.File}: {line.Trim()}"));

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]", RegexOptions.ExplicitCapture)]
    private static partial Regex Folder();

    [GeneratedRegex("(?<!>|>[Pp]rotocol )§[0-9]")]
    private static partial Regex BareCitation();

    [GeneratedRegex("<see href=\"(?<page>docs/[^\"#]+)#(?<anchor>[^\"]+)\">", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("<see href=\"docs/protocol\\.md#(?<anchor>[0-9]+)-[^\"]+\">([Pp]rotocol )?§(?<number>[0-9.]*[0-9])</see>", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedLink();

    [GeneratedRegex(@"^##+ (?<number>[0-9]+(\.[0-9]+)*)\.? ", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"§(?<number>[0-9]+(\.[0-9]+)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Cited();
}
