using Jpos.Api.Problems;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Marks an action that imports (POST) or exports (GET) a file. While the host is at its limit of concurrent files, it answers 429 with <c>Retry-After</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class BulkAttribute : Attribute, IAsyncResourceFilter
{
    private const string SecondsUntilAgain = "10";

    /// <summary>The value of the query parameter <c>format</c> that selects a file; null if the action always returns one.</summary>
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
