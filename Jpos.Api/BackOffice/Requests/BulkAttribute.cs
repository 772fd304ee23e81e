using Jpos.Api.Problems;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>The address imports or exports a file: 429 with <c>Retry-After</c> while the host is busy with as many as it does at once. A GET exports, a POST imports.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class BulkAttribute : Attribute, IAsyncResourceFilter
{
    private const string SecondsUntilAgain = "10";

    /// <summary>The value of the query parameter <c>format</c> by which the address answers a file; null if it always does.</summary>
    public string? Format { get; init; }

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (Format is not null && http.Request.Query["format"] != Format)
        {
            await next();
            return;
        }

        var limits = http.RequestServices.GetRequiredService<BulkLimits>();
        using var lease = (HttpMethods.IsGet(http.Request.Method) ? limits.Exports : limits.Imports).AttemptAcquire();
        if (lease.IsAcquired)
        {
            await next();
            return;
        }

        http.Response.Headers.RetryAfter = SecondsUntilAgain;
        context.Result = ProblemResults.Result(http, ProblemTypes.TooManyFiles, "The host already runs as many imports or exports as it may. Retry after the time in Retry-After.");
    }
}
