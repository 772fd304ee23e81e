using System.Threading.RateLimiting;
using Jpos.Api.BackOffice;
using Jpos.Api.Protocol;
using Jpos.Domain.Protocol;

namespace Jpos.Api.Limits;

/// <summary>What a flood meets: the allowance of its address before its body is read, then that of the terminal that it names.</summary>
internal static class FloodRegistration
{
    /// <summary>The policy of all addresses that a message or an act comes to.</summary>
    public const string PerAddress = "address";

    private const int Burst = 2;
    private const string TooMany = "This address sends more messages a second than Jpos:Limits:RequestsPerSecondOfAddress.";

    public static void AddFloodLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = FloodLimits.Read(configuration.GetSection("Jpos:Limits"));
        services.AddSingleton(limits);
        services.AddSingleton<TerminalFloodGuard>();
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(PerAddress, http => limits.RequestsPerSecondOfAddress is 0
                ? RateLimitPartition.GetNoLimiter("")
                : Allowance.Of(CallerAddress.Of(http.Connection), limits.RequestsPerSecondOfAddress, Burst));
            limiter.OnRejected = async (rejected, _) => await (Problems.Cover(rejected.HttpContext)
                ? Problems.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, TooMany)
                : EdgeAnswers.Refuse(rejected.HttpContext, rejected.HttpContext.GetEndpoint(), StatusCodes.Status200OK, ResponseCode.TooManyRequests, TooMany));
        });
    }
}
