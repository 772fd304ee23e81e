using System.Security.Claims;
using System.Text.RegularExpressions;
using Jpos.Api.Transport;
using Microsoft.AspNetCore.Diagnostics;

namespace Jpos.Api.Logging;

/// <summary>Logs one line for each back-office request, including refused and failed ones. It never logs the query string or the body.</summary>
internal sealed partial class BackOfficeLog(RequestDelegate next, TimeProvider time, ILogger<BackOfficeLog> logger)
{
    private const int LongestPath = 200;

    public async Task InvokeAsync(HttpContext http)
    {
        // The exception handler may change the path, so it is read before.
        var path = http.Request.Path;
        var began = time.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            Log(http, path, time.GetElapsedTime(began));
        }
    }

    /// <summary>Encodes a path to one line, and masks numbers that could belong to a card, a person or a mobile.</summary>
    internal static string Shown(PathString path)
    {
        var shown = LongNumber().Replace(path.ToUriComponent(), "*");
        return shown.Length <= LongestPath ? shown : shown[..LongestPath];
    }

    private void Log(HttpContext http, PathString path, TimeSpan taken)
    {
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var route = endpoint is RouteEndpoint { RoutePattern.RawText: { } template } ? Constraints().Replace(template, "{$1}") : null;
        var (method, shown, milliseconds) = (MethodOf(http.Request.Method), Shown(path), taken.TotalMilliseconds);
        var (caller, key, address) = (http.User.FindFirstValue(ClaimTypes.Name), http.User.FindFirstValue("key"), CallerAddress.Of(http.Connection));
        LogAnswered(method, route, shown, http.Response.StatusCode, milliseconds, caller, key, address, http.TraceIdentifier);
    }

    /// <summary>Returns a known method or a placeholder, because clients may send any text as method.</summary>
    private static string MethodOf(string method) => method.Length <= 10 ? method : "other";

    [GeneratedRegex("[0-9]{7,}[Xx]?", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    /// <summary>Matches a route parameter with its constraints.</summary>
    [GeneratedRegex("\\{([A-Za-z]+)[^}]*\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Constraints();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} at {Path} answered {Status} in {Milliseconds} ms to {Caller}, key {KeyId}, from {Address}, trace id {TraceId}")]
    private partial void LogAnswered(
        string method, string? route, string path, int status, double milliseconds, string? caller, string? keyId, string address, string traceId);
}
