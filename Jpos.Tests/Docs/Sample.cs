using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Jpos.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page's name.</param>
/// <param name="Line">The line of the fence.</param>
/// <param name="Language">The word after the fence; empty if there is none.</param>
/// <param name="Text">The block.</param>
/// <param name="File">The file that the paragraph before tells the reader to create, as in "Create `/etc/jpos/jpos.env`:"; null if it tells none.</param>
/// <param name="NotRun">The reason why no test runs it, from a comment <c>not-run: reason</c> on the line before; null if one does.</param>
internal sealed partial record Sample(string Page, int Line, string Language, string Text, string? File, string? NotRun)
{
    /// <summary>The languages of samples, which a test runs unless they are marked.</summary>
    public static readonly string[] Languages = ["sh", "http", "json", "csharp", "sql", "ini"];

    /// <summary>Those of diagrams and figures.</summary>
    public static readonly string[] Figures = ["mermaid", "text"];

    public bool IsDiagram => Language == "mermaid";

    public bool IsSample => !Figures.Contains(Language);

    public static IEnumerable<Sample> Of(MarkdownPage page) => page.Document.Descendants<FencedCodeBlock>().Select(block =>
    {
        var before = block.Parent!.Take(block.Parent!.IndexOf(block)).Reverse().ToList();
        var mark = before.FirstOrDefault() is HtmlBlock comment && Mark().Match(comment.Lines.ToString()) is { Success: true } match ? match.Groups["reason"].Value : null;
        var file = before.Skip(mark is null ? 0 : 1).FirstOrDefault() is ParagraphBlock paragraph && Create().Match(Prose.TextOf(paragraph, withCode: true)) is { Success: true } create ? create.Groups["file"].Value : null;
        return new Sample(page.Name, block.Line + 1, block.Info ?? "", block.Lines.ToString().ReplaceLineEndings("\n"), file, mark);
    });

    public override string ToString() => $"{Page}:{Line} ({Language})";

    [GeneratedRegex(@"<!--\s*not-run:\s*(?<reason>\S.*?)\s*-->\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\bCreate (the file )?(?<file>[\w./-]+):$", RegexOptions.ExplicitCapture)]
    private static partial Regex Create();
}
