using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Architecture;

/// <summary>docs/architecture.md has a table of rules and the files that hold them. Each file exists and holds the names beside it.</summary>
internal sealed partial class RuleTableTests
{
    private const string Page = "docs/architecture.md";

    private static readonly string Text = File.ReadAllText(RepositoryFile.PathOf(Page));

    /// <summary>The rows of the table, each with the code spans of its second column.</summary>
    private static readonly List<(string Rule, List<string> Spans)> Rows =
    [
        .. Row().Matches(Section().Match(Text).Value).Select(row => (row.Groups["rule"].Value, Spans(row.Groups["place"].Value).ToList())),
    ];

    [Test]
    public void The_table_lists_at_least_thirty_rules_with_a_path_each()
    {
        Assert.That(Rows, Has.Count.AtLeast(30));
        Assert.That(Rows.Where(row => row.Spans.FirstOrDefault() is not { } first || !IsPath(first)).Select(row => row.Rule), Is.Empty);
    }

    [Test]
    public void Every_path_on_the_page_exists()
    {
        var paths = Spans(Text).Where(IsPath).Distinct().ToList();
        Assert.That(paths, Has.Count.AtLeast(30));
        Assert.That(paths.Where(path => !Exists(path)), Is.Empty);
    }

    [Test]
    public void Every_name_after_a_file_is_in_that_file() => Assert.That(
        Rows.SelectMany(row => Names(row.Spans)).Where(name => !Holds(name.Path, name.Name)).Select(name => $"{name.Path}: {name.Name}"),
        Is.Empty);

    [Test]
    public void A_path_or_a_name_that_is_gone_is_found()
    {
        Assert.That(Exists("Jpos.Domain/Cards/Purse.cs"), Is.False);
        Assert.That(Holds("Jpos.Domain/Cards/Card.cs", "RefusePin"), Is.False);
        Assert.That(Holds("Jpos.Domain/Cards/Card.cs", "RefusePinTry"), Is.True);
    }

    /// <summary>Returns each name with the path before it.</summary>
    private static IEnumerable<(string Path, string Name)> Names(List<string> spans)
    {
        var path = "";
        foreach (var span in spans)
        {
            if (IsPath(span))
            {
                path = span;
            }
            else
            {
                yield return (path, span);
            }
        }
    }

    private static IEnumerable<string> Spans(string text) => Code().Matches(text).Select(code => code.Groups["span"].Value);

    private static bool IsPath(string span) => span.StartsWith("Jpos.", StringComparison.Ordinal);

    private static bool Exists(string path) => RepositoryFile.PathOf(path) is var found && (File.Exists(found) || Directory.Exists(found));

    private static bool Holds(string path, string name) => File.Exists(RepositoryFile.PathOf(path)) && Regex.IsMatch(File.ReadAllText(RepositoryFile.PathOf(path)), $@"\b{Regex.Escape(name)}\b");

    [GeneratedRegex(@"^## Find a rule\r?$.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| (?<rule>[^|]+) \| (?<place>[^|]*`[^|]*) \|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<span>[^`\n]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
