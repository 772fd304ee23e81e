using System.Security.Claims;
using System.Text.RegularExpressions;
using Jpos.Api.Transport;
using Microsoft.AspNetCore.Diagnostics;

namespace Jpos.Api.Logging;

/// <summary>Writes one line for each call of the back office, refused and failed calls too. The query string and the body are never part of it.</summary>
internal sealed partial class BackOfficeLog(RequestDelegate next, TimeProvider time, ILogger<BackOfficeLog> logger)
{
    private const int LongestPath = 200;

    public async Task InvokeAsync(HttpContext http)
    {
        // What answers an exception may change the path.
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

    /// <summary>Encoded, so that it is one line; without numbers that could be a card's, a person's or a mobile's.</summary>
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

    /// <summary>A client may call a method anything.</summary>
    private static string MethodOf(string method) => method.Length <= 10 ? method : "other";

    [GeneratedRegex("[0-9]{7,}[Xx]?", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    /// <summary>A parameter of a route with what it has to be like.</summary>
    [GeneratedRegex("\\{([A-Za-z]+)[^}]*\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Constraints();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} at {Path} answered {Status} in {Milliseconds} ms to {Caller}, key {KeyId}, from {Address}, trace id {TraceId}")]
    private partial void LogAnswered(
        string method, string? route, string path, int status, double milliseconds, string? caller, string? keyId, string address, string traceId);
}
