using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Jpos.Api;

/// <summary>The answer of <c>/health</c>.</summary>
/// <param name="Status">Healthy or unhealthy, as at <c>/health/ready</c>.</param>
/// <param name="Version">The version of the product.</param>
internal sealed record HealthAnswer(string Status, string Version)
{
    public static Task Write(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(new HealthAnswer($"{report.Status}", ProductVersion.Text), http.RequestAborted);
}
