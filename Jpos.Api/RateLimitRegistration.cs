using System.Threading.RateLimiting;
using Jpos.Api.Limits;
using Jpos.Api.Problems;
using Jpos.Api.Transport;

namespace Jpos.Api;

/// <summary>Registers the rate limits: that of the address before the body is read, then that of the named terminal.</summary>
internal static class RateLimitRegistration
{
    private const int Burst = 2;
    private const int HealthPerSecond = 5;
    private const int HealthBurst = 4;
    private const string TooMany = "This address exceeds its rate limit, Jpos:Limits:RequestsPerSecondOfAddress. Send fewer requests per second.";

    public static void AddFloodLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = RateLimitSettings.Read(configuration.GetSection("Jpos:Limits"));
        services.AddSingleton(limits);
        services.AddSingleton<TerminalRateLimitFilter>();
        services.AddSingleton<BulkLimits>();
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(RateLimitPolicies.PerAddress, http => limits.RequestsPerSecondOfAddress is 0
                ? RateLimitPartition.GetNoLimiter("")
                : TokenBucketPolicy.Of(CallerAddress.Of(http.Connection), limits.RequestsPerSecondOfAddress, Burst));
            limiter.AddPolicy(RateLimitPolicies.PerAddressOfHealth, http => TokenBucketPolicy.Of(CallerAddress.Of(http.Connection), HealthPerSecond, HealthBurst));
            limiter.OnRejected = async (rejected, _) => await (rejected.HttpContext.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
                ? RefuseHealth(rejected.HttpContext)
                : ProblemResults.IsBackOffice(rejected.HttpContext)
                ? ProblemResults.Write(rejected.HttpContext, ProblemTypes.RateLimitExceeded, TooMany)
                : ProtocolErrors.Refuse(rejected.HttpContext, rejected.HttpContext.GetEndpoint(), StatusCodes.Status200OK, ResponseCode.TooManyRequests, TooMany));
        });
    }

    private static Task RefuseHealth(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "1";
        return http.Response.WriteAsync("Too many requests", http.RequestAborted);
    }
}
