using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Docs;

/// <summary>A page that exists in English and in Chinese has the same structure, samples, tables, names and numbers in both.</summary>
internal sealed partial class LanguagesTests
{
    private const string Suffix = ".zh-CN.md";

    private static readonly string Root = Path.GetDirectoryName(RepositoryFile.PathOf("Jpos.sln"))!;

    /// <summary>The Chinese pages, from the repository's root.</summary>
    private static IEnumerable<string> ChinesePages =>
        Directory.EnumerateFiles(Root, "*" + Suffix)
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*" + Suffix, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    [Test]
    public void The_pages_for_terminal_developers_are_in_Chinese_too() =>
        Assert.That(ChinesePages, Is.SupersetOf(new[] { "README.zh-CN.md", "docs/protocol.zh-CN.md", "docs/response-codes.zh-CN.md", "docs/terminals.zh-CN.md" }));

    [TestCaseSource(nameof(ChinesePages))]
    public void Both_languages_have_the_same_headings_samples_and_tables(string chinese) =>
        Assert.That(OutlineOf(LinesOf(chinese)), Is.EqualTo(OutlineOf(LinesOf(EnglishOf(chinese)))));

    [TestCaseSource(nameof(ChinesePages))]
    public void Each_section_has_the_same_names_codes_and_numbers_in_both_languages(string chinese) =>
        Assert.That(NamesOf(LinesOf(chinese)), Is.EqualTo(NamesOf(LinesOf(EnglishOf(chinese)))));

    [TestCaseSource(nameof(ChinesePages))]
    public void Each_language_links_the_other_at_its_top(string chinese)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TopOf(chinese), Does.Contain($"]({Path.GetFileName(EnglishOf(chinese))})"), chinese);
            Assert.That(TopOf(EnglishOf(chinese)), Does.Contain($"]({Path.GetFileName(chinese)})"), EnglishOf(chinese));
        }
    }

    /// <summary>
    /// Returns, in their order: the level of each heading, the text of each sample, the marks that a sample is not run, the rows and columns of each table.
    /// A diagram is there without its labels, which are translated.
    /// </summary>
    private static List<string> OutlineOf(string[] lines)
    {
        var outline = new List<string>();
        for (var at = 0; at < lines.Length; at++)
        {
            if (IsFence(lines[at]))
            {
                var end = EndOfSample(lines, at);
                var sample = lines[at..(end + 1)];
                outline.Add(string.Join('\n', sample[0].TrimEnd() == "```mermaid" ? sample.Select(line => Label().Replace(line, "").Trim()) : sample));
                at = end;
            }
            else if (lines[at].StartsWith('|'))
            {
                var rows = lines.Skip(at).TakeWhile(line => line.StartsWith('|')).ToList();
                outline.Add($"table: {rows.Count} rows, {string.Join(' ', rows.Select(row => Cell().Count(row.TrimEnd()) - 1).Distinct())} columns");
                at += rows.Count - 1;
            }
            else if (Heading().Match(lines[at]) is { Success: true } heading)
            {
                outline.Add($"heading: {heading.Groups["level"].Value}");
            }
            else if (lines[at].StartsWith("<!--", StringComparison.Ordinal))
            {
                outline.Add(lines[at]);
            }
        }

        return outline;
    }

    /// <summary>Returns the words in code font and the numbers of each section, each once and sorted. Addresses of links and months, which English writes as words, do not count.</summary>
    private static List<string> NamesOf(string[] lines)
    {
        var sections = new List<SortedSet<string>> { new(StringComparer.Ordinal) };
        for (var at = 0; at < lines.Length; at++)
        {
            if (IsFence(lines[at]))
            {
                at = EndOfSample(lines, at);
                continue;
            }

            if (Heading().IsMatch(lines[at]))
            {
                sections.Add(new(StringComparer.Ordinal));
            }

            sections[^1].UnionWith(Name().Matches(NotCompared().Replace(lines[at], "")).Select(name => name.Value));
        }

        return [.. sections.Select((names, section) => $"section {section}: {string.Join(' ', names)}")];
    }

    /// <summary>Returns what stands before the second heading.</summary>
    private static string TopOf(string page) =>
        string.Join('\n', LinesOf(page).TakeWhile((line, at) => at == 0 || !Heading().IsMatch(line)));

    private static bool IsFence(string line) => line.StartsWith("```", StringComparison.Ordinal);

    private static int EndOfSample(string[] lines, int start)
    {
        var end = Array.FindIndex(lines, start + 1, line => line.TrimEnd() == "```");
        return end < 0 ? throw new FormatException($"The sample in line {start + 1} has no end.") : end;
    }

    private static string EnglishOf(string chinese) => chinese[..^Suffix.Length] + ".md";

    private static string[] LinesOf(string page) => File.ReadAllLines(RepositoryFile.PathOf(page));

    [GeneratedRegex("^(?<level>#{1,6}) ")]
    private static partial Regex Heading();

    /// <summary>The border of a cell; one that is escaped is part of a text.</summary>
    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cell();

    [GeneratedRegex("`[^`]+`|[0-9]+([.][0-9]+)*", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=\])\([^)]*\)|[0-9]+ 月")]
    private static partial Regex NotCompared();

    /// <summary>What a reader sees of a line in a diagram: names of parts, texts of arrows, notes and frames.</summary>
    [GeneratedRegex("""
        "[^"]*"|\|[^|]*\||\[[^\]]*\]|(?<=^\s*(participant|actor)\s+\w+)\s+as\s.*$|(?<=^\s*(alt|else|opt|loop|par|and|critical|option|break|title|subgraph)\b).*$|(?<!:):(?!:).*$
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
