using System.Threading.RateLimiting;

namespace Jpos.Api.Limits;

/// <summary>Creates the token bucket of a caller. A request over the limit is refused at once and never queued, because terminals retry by themselves.</summary>
internal static class TokenBucketPolicy
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <param name="caller">The caller. Its bucket is deleted ten seconds after it is full again, so that memory grows no faster than callers are admitted.</param>
    /// <param name="perSecond">The messages a second, more than 0.</param>
    /// <param name="burst">The burst, as a multiple of one second's messages.</param>
    public static RateLimitPartition<TCaller> Of<TCaller>(TCaller caller, int perSecond, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = Second,
        });
}
