using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Jpos.Api.Problems;

namespace Jpos.Api.Docs;

/// <summary>Serves the page to which the <c>type</c> of a problem leads: what each type means and what to do.</summary>
internal static partial class ErrorsPage
{
    private static readonly string Html = Page();

    public static Task Write(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return http.Response.WriteAsync(Html, http.RequestAborted);
    }

    private static string Page()
    {
        var sections = new StringBuilder();
        foreach (var type in ProblemTypes.All)
        {
            sections.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{type.Name}\">{type.Name}</h2>\n<p>Status {type.Status}: {Encoded(type.Title)}.</p>\n<p>{Encoded(type.Meaning)}</p>\n<p><b>What to do.</b> {Encoded(type.Action)}</p>\n");
        }

        return $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Jpos: API errors</title>
            <style>body{font:16px/1.6 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em;color:#222}code{background:#eee;padding:0 .3em}h2{font-size:1.1em;margin-top:2em}h2:target{background:#fe8}</style></head>
            <body><h1>API errors</h1>
            <p>The <code>type</code> of a problem (RFC 9457) leads to one of these sections.</p>
            {{sections}}</body></html>
            """;
    }

    /// <summary>Returns a text as HTML, with what is between backticks as code.</summary>
    private static string Encoded(string text) => Code().Replace(HtmlEncoder.Default.Encode(text), "<code>$1</code>");

    [GeneratedRegex("`(.+?)`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
