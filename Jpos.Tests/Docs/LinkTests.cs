using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Jpos.Tests.Docs;

/// <summary>A link inside the repository leads to a page and an anchor that exist, in pages, in the OpenAPI document and in comments and messages of the code.</summary>
internal sealed partial class LinkTests
{
    private static readonly string[] Sources = [".cs", ".csproj", ".props", ".targets", ".json", ".yml", ".yaml", ".sh", ".txt"];
    private static readonly string[] NotSearched = [".git", ".vs", "bin", "obj", "node_modules"];

    private static IEnumerable<MarkdownPage> Pages => MarkdownPage.All;

    [TestCaseSource(nameof(Pages))]
    public void A_page_has_no_dead_link(MarkdownPage page) => Assert.That(DeadLinks(page), Is.Empty);

    [Test]
    public void Code_and_the_OpenAPI_document_name_pages_and_anchors_that_exist()
    {
        var links = Files(MarkdownPage.Root).SelectMany(LinksOf).ToList();
        Assert.That(links, Has.Count.GreaterThan(20));
        Assert.That(links.Where(link => !IsAlive("", link.Target)).Select(link => $"{link.Place}: {link.Target}"), Is.Empty);
    }

    [Test]
    public void A_decision_that_a_text_names_by_its_number_exists()
    {
        var decisions = MarkdownPage.All.Select(page => Decision().Match(page.Name)).Where(match => match.Success).Select(match => int.Parse(match.Groups["number"].ValueSpan, null)).ToHashSet();
        Assert.That(decisions, Has.Count.GreaterThan(20));
        Assert.That(
            MarkdownPage.All.Select(page => (page.Name, page.Text)).Concat(Files(MarkdownPage.Root).Select(file => (Name: Path.GetRelativePath(MarkdownPage.Root, file), Text: File.ReadAllText(file))))
                .SelectMany(file => NamedDecision().Matches(file.Text).Where(name => !decisions.Contains(int.Parse(name.Groups["number"].ValueSpan, null))).Select(name => $"{file.Name}: {name.Value}")),
            Is.Empty);
    }

    [Test]
    public void A_dead_link_is_found()
    {
        Assert.That(IsAlive("docs/adr/none", "../nowhere.md"), Is.False);
        Assert.That(IsAlive("docs/none", "glossary.md#no-such-heading"), Is.False);
        Assert.That(IsAlive("docs/none", "glossary.md#cards-and-points"), Is.True);
        Assert.That(IsAlive("docs/glossary.md", "#cards-and-points"), Is.True);
    }

    /// <summary>Returns the number of links of all pages that lead into the repository.</summary>
    internal static int Count() => MarkdownPage.All.Sum(page => TargetsOf(page).Count());

    private static IEnumerable<string> DeadLinks(MarkdownPage page) =>
        TargetsOf(page).Where(link => !IsAlive(page.Name, link.Target)).Select(link => $"line {link.Line}: {link.Target}");

    private static IEnumerable<(int Line, string Target)> TargetsOf(MarkdownPage page) => page.Document.Descendants<LinkInline>()
        .Where(link => link.Url is { } target && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
        .Select(link => (link.Line + 1, link.Url!));

    /// <summary>Returns whether a target exists.</summary>
    /// <param name="from">The file that the link is in, from the root; empty for the root.</param>
    /// <param name="target">The path from that file's folder, an anchor, or both.</param>
    private static bool IsAlive(string from, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? Path.Combine(MarkdownPage.Root, from) : Path.GetFullPath(Path.Combine(MarkdownPage.Root, Path.GetDirectoryName(from) ?? "", Uri.UnescapeDataString(parts[0])));
        if (parts.Length == 1)
        {
            return File.Exists(path) || Directory.Exists(path);
        }

        var name = Path.GetRelativePath(MarkdownPage.Root, path);
        return MarkdownPage.All.SingleOrDefault(page => page.Name == name)?.Anchors.Contains(Uri.UnescapeDataString(parts[1])) is true;
    }

    private static IEnumerable<(string Place, string Target)> LinksOf(string file)
    {
        var name = Path.GetRelativePath(MarkdownPage.Root, file);
        return File.ReadLines(file).SelectMany((line, at) => NamedPage().Matches(line).Select(page => ($"{name}:{at + 1}", page.Value)));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => Sources.Contains(Path.GetExtension(file)) || Path.GetFileName(folder) == ".ci")
            .Concat(Directory.EnumerateDirectories(folder).Where(inner => !NotSearched.Contains(Path.GetFileName(inner))).SelectMany(Files));

    [GeneratedRegex(@"(?<![\w-])docs/[\w./-]+?\.(?:md|json)\b(?:#[\w%-]+)?")]
    private static partial Regex NamedPage();

    [GeneratedRegex(@"^docs/adr/0*(?<number>\d+)-", RegexOptions.ExplicitCapture)]
    private static partial Regex Decision();

    [GeneratedRegex(@"\bADR 0*(?<number>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedDecision();
}
