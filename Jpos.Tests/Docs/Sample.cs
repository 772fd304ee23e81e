using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Jpos.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page's name.</param>
/// <param name="Line">The line of the fence.</param>
/// <param name="Language">The word after the fence; empty if there is none.</param>
/// <param name="Text">The block.</param>
/// <param name="NotRun">The reason why no test runs it, from a comment <c>not-run: reason</c> on the line before; null if one does.</param>
internal sealed partial record Sample(string Page, int Line, string Language, string Text, string? NotRun)
{
    /// <summary>The languages of samples, which a test runs unless they are marked.</summary>
    public static readonly string[] Languages = ["sh", "http", "json", "csharp", "sql", "ini"];

    /// <summary>Those of diagrams and figures.</summary>
    public static readonly string[] Figures = ["mermaid", "text"];

    public bool IsDiagram => Language == "mermaid";

    public bool IsSample => !Figures.Contains(Language);

    public static IEnumerable<Sample> Of(MarkdownPage page) => page.Document.Descendants<FencedCodeBlock>().Select(block =>
    {
        var siblings = block.Parent!;
        var before = siblings.IndexOf(block) is > 0 and var place && siblings[place - 1] is HtmlBlock comment ? Mark().Match(comment.Lines.ToString()) : Match.Empty;
        return new Sample(page.Name, block.Line + 1, block.Info ?? "", block.Lines.ToString().ReplaceLineEndings("\n"), before.Success ? before.Groups["reason"].Value : null);
    });

    public override string ToString() => $"{Page}:{Line} ({Language})";

    [GeneratedRegex(@"<!--\s*not-run:\s*(?<reason>\S.*?)\s*-->\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
