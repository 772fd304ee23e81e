using System.Reflection;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Jpos.Api.Docs;

/// <summary>Serves docs/protocol.md, the reference of the terminal protocol, so that the documentation can link to its sections.</summary>
internal static class ProtocolPage
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/docs/protocol";

    private const string Source = "docs/protocol.md";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    private static readonly string Html = Page();

    public static Task Write(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return http.Response.WriteAsync(Html, http.RequestAborted);
    }

    /// <summary>Returns the address on the host of a link to docs/protocol.md.</summary>
    public static string AddressOf(string link) => link.StartsWith(Source, StringComparison.Ordinal) ? Path + link[Source.Length..] : link;

    private static string Page()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("protocol.md")!;
        using var reader = new StreamReader(stream);
        var document = Markdown.Parse(reader.ReadToEnd(), Pipeline);

        // Other pages are in the repository only. Their names stay as text.
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.Url is not ['#', ..] && !Uri.IsWellFormedUriString(link.Url, UriKind.Absolute)).ToList())
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        }

        return $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Jpos: terminal protocol</title>
            <style>body{font:16px/1.6 system-ui,sans-serif;max-width:60em;margin:4em auto;padding:0 1em;color:#222}code,pre{background:#eee}code{padding:0 .3em}pre{padding:1em;overflow:auto}pre code{padding:0}table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3em .6em;text-align:left;vertical-align:top}:target{background:#fe8}</style></head>
            <body>
            {{document.ToHtml(Pipeline)}}</body></html>
            """;
    }
}
