using System.Threading.RateLimiting;

namespace Jpos.Api.Limits;

/// <summary>How much one caller may send: a bucket that fills steadily. What finds it empty is refused at once and never queued, as a terminal repeats by itself.</summary>
internal static class TokenBucketPolicy
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <param name="caller">Whose allowance it is. It is forgotten ten seconds after its bucket is full again, so that callers take memory only as fast as they are let in.</param>
    /// <param name="perSecond">Messages a second, more than 0.</param>
    /// <param name="burst">How many times as many may come at once.</param>
    public static RateLimitPartition<TCaller> Of<TCaller>(TCaller caller, int perSecond, int burst) =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = Second,
        });
}
