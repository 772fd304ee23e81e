using System.Globalization;
using Jpos.Api.Limits;
using Jpos.Infrastructure.Settings;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api;

/// <summary>Serves the page at <c>/</c> to browsers, and its icon. Other clients get the answer of an unknown address.</summary>
internal static class StartPage
{
    private const string Icon = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#175"/><path d="M10 3v6.5a2.5 2.5 0 0 1-5 0" fill="none" stroke="#fff" stroke-width="2"/></svg>""";

    public static void MapStartPage(this WebApplication app)
    {
        var hasDocs = app.Configuration.GetValue("Jpos:Docs", app.Environment.IsDevelopment());
        var pages = app.MapGroup("").RequireRateLimiting(RateLimitPolicies.PerAddress).ExcludeFromDescription();
        pages.Map("/", (HttpContext http) =>
        {
            Secure(http.Response);
            return IsRead(http.Request) && WantsHtml(http.Request)
                ? http.Response.WriteAsync(Page(hasDocs))
                : Unknown(http);
        });
        pages.Map("/favicon.ico", (HttpContext http) =>
        {
            Secure(http.Response);
            if (!IsRead(http.Request))
            {
                return Unknown(http);
            }

            http.Response.ContentType = "image/svg+xml";
            return http.Response.WriteAsync(Icon);
        });
    }

    private static Task Unknown(HttpContext http) =>
        ProtocolErrors.Refuse(http, null, StatusCodes.Status404NotFound, ResponseCode.RouteUnknown, "The path does not exist. Compare it and its version with the list of endpoints.");

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool WantsHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);

    private static void Secure(HttpResponse response)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static string Page(bool hasDocs)
    {
        var (english, chinese) = hasDocs
            ? ("""<a href="/docs">API reference</a> · <a href="/openapi/v1.json">OpenAPI document</a>""", """<a href="/docs">接口文档</a> · <a href="/openapi/v1.json">OpenAPI 文件</a>""")
            : ("The API reference is off: set <code>Jpos:Docs</code> to <code>true</code> to serve it at <code>/docs</code>.", "接口文档未开启：将 <code>Jpos:Docs</code> 设为 <code>true</code> 后可在 <code>/docs</code> 查看。");
        return string.Create(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Jpos</title><link rel="icon" href="/favicon.ico">
            <style>body{font:16px/1.6 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em;color:#222}code{background:#eee;padding:0 .3em}</style></head>
            <body><h1>Jpos {{ProductVersion.Text}}</h1>
            <p>This host serves points, member cards and coupons. Terminals use <code>/v1/jpos</code>, the back office uses <code>/api/v1</code>. <a href="/health/ready">Health</a>.</p>
            <p>{{english}}</p>
            <div lang="zh"><p>积分、会员卡与优惠券主机。终端使用 <code>/v1/jpos</code>，后台使用 <code>/api/v1</code>。<a href="/health/ready">运行状态</a>。</p>
            <p>{{chinese}}</p></div></body></html>
            """);
    }
}
