using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;
using Markdig.Syntax;

namespace Jpos.Tests.Docs;

/// <summary>A Markdown page of the repository, or of another tree that <c>JPOS_DOCS_ROOT</c> names.</summary>
internal sealed partial class MarkdownPage
{
    private MarkdownPage(string name)
    {
        Name = name;
        Text = File.ReadAllText(Path.Combine(Root, name)).ReplaceLineEndings("\n");
        Document = Prose.Parse(Text);
    }

    public static string Root { get; } = Environment.GetEnvironmentVariable("JPOS_DOCS_ROOT") is { Length: > 0 } root ? root : RepositoryFile.PathOf("");

    /// <summary>All pages: in the root, in <c>docs</c> and in <c>.github</c>.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md")
            .Concat(new[] { "docs", ".github" }.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
            .Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal).Select(name => new MarkdownPage(name)),
    ];

    /// <summary>The pages that the rules of prose hold for.</summary>
    public static IEnumerable<MarkdownPage> English => All.Where(page => !page.Name.EndsWith(".zh-CN.md", StringComparison.Ordinal));

    /// <summary>From the root.</summary>
    public string Name { get; }

    public string Text { get; }

    public MarkdownDocument Document { get; }

    /// <summary>What a link may name after <c>#</c>: the headings, spelled as GitHub does, and ids in HTML.</summary>
    public IReadOnlySet<string> Anchors => field ??= AnchorsOf(Document, Text);

    public IReadOnlyList<Sample> Samples => field ??= [.. Sample.Of(this)];

    public static MarkdownPage Of(string name) => All.Single(page => page.Name == name);

    public override string ToString() => Name;

    private static HashSet<string> AnchorsOf(MarkdownDocument document, string text)
    {
        var anchors = HtmlId().Matches(text).Select(id => id.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var anchor = Unspelled().Replace(Prose.TextOf(heading, withCode: true).ToLowerInvariant(), "").Replace(' ', '-');
            for (var (number, numbered) = (1, anchor); !anchors.Add(numbered); number++)
            {
                numbered = $"{anchor}-{number}";
            }
        }

        return anchors;
    }

    [GeneratedRegex("<[a-z]+ [^>]*\\b(?:id|name)=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex HtmlId();

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}\p{Pc} -]")]
    private static partial Regex Unspelled();
}
