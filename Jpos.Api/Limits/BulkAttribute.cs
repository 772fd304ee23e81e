using Jpos.Api.BackOffice;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.Limits;

/// <summary>The address imports or exports a file: 429 with <c>Retry-After</c> while the host is busy with as many as it does at once. A GET exports, a POST imports.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class BulkAttribute : Attribute, IAsyncResourceFilter
{
    private const string SecondsUntilAgain = "10";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var limits = http.RequestServices.GetRequiredService<BulkLimits>();
        using var lease = (HttpMethods.IsGet(http.Request.Method) ? limits.Exports : limits.Imports).AttemptAcquire();
        if (lease.IsAcquired)
        {
            await next();
            return;
        }

        http.Response.Headers.RetryAfter = SecondsUntilAgain;
        context.Result = Problems.Result(http, StatusCodes.Status429TooManyRequests, "The host is busy with other files. Retry after the time in Retry-After.");
    }
}
