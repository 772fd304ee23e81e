using System.Reflection;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Jpos.Api.Docs;

/// <summary>Serves docs/protocol.md, the reference of the terminal protocol, so that the documentation can link to its sections.</summary>
internal static partial class ProtocolPage
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/docs/protocol";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    private static readonly MarkdownDocument Document = Read();

    /// <summary>The anchors of the numbered sections, by number.</summary>
    private static readonly Dictionary<string, string> Anchors = Document.Descendants<HeadingBlock>()
        .Select(heading => (Number: SectionNumber().Match(heading.Inline?.FirstChild?.ToString() ?? ""), Anchor: heading.GetAttributes().Id))
        .Where(section => section.Number.Success)
        .ToDictionary(section => section.Number.Groups["number"].Value, section => section.Anchor!);

    private static readonly string Html = Page();

    public static Task Write(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return http.Response.WriteAsync(Html, http.RequestAborted);
    }

    /// <summary>Makes links of the sections that a text cites, such as <c>protocol §9</c>.</summary>
    /// <exception cref="InvalidOperationException">The reference has no such section.</exception>
    public static string WithLinks(string text) => Citation().Replace(text, citation =>
        Anchors.TryGetValue(citation.Groups["number"].Value, out var anchor)
            ? $"[{citation.Value}]({Path}#{anchor})"
            : throw new InvalidOperationException($"docs/protocol.md has no section {citation.Value}."));

    private static MarkdownDocument Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("protocol.md")!;
        using var reader = new StreamReader(stream);
        var document = Markdown.Parse(reader.ReadToEnd(), Pipeline);

        // Other pages are in the repository only. Their names stay as text.
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.Url is not ['#', ..] && !Uri.IsWellFormedUriString(link.Url, UriKind.Absolute)).ToList())
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        }

        return document;
    }

    private static string Page() => $$"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Jpos: terminal protocol</title>
        <style>body{font:16px/1.6 system-ui,sans-serif;max-width:60em;margin:4em auto;padding:0 1em;color:#222}code,pre{background:#eee}code{padding:0 .3em}pre{padding:1em;overflow:auto}pre code{padding:0}table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}:target{background:#fe8}</style></head>
        <body>
        {{Document.ToHtml(Pipeline)}}</body></html>
        """;

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)*)\.? ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"([Pp]rotocol )?§(?<number>[0-9]+(\.[0-9]+)*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Citation();
}
