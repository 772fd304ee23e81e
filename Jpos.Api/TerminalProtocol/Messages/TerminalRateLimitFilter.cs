using System.Threading.RateLimiting;
using Jpos.Api.Limits;
using Jpos.Api.Transport;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// Limits the rate of each terminal and address, after <see cref="FormFilter"/> has read the form and before any lookup. The address is part of the key, so that a stranger at another address cannot use up a terminal's allowance.
/// </summary>
internal sealed class TerminalRateLimitFilter : IAsyncResourceFilter, IDisposable
{
    private const int Burst = 3;

    /// <summary>The limiter; null if there is no limit.</summary>
    private readonly PartitionedRateLimiter<Sender>? limiter;

    public TerminalRateLimitFilter(RateLimitSettings limits) => limiter = limits.RequestsPerSecondOfTerminal is 0
        ? null
        : PartitionedRateLimiter.Create<Sender, Sender>(sender => TokenBucketPolicy.Of(sender, limits.RequestsPerSecondOfTerminal, Burst));

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (await IsWithinAllowance(context.HttpContext))
        {
            await next();
        }
        else
        {
            context.Result = new TerminalDeclineResult(ResponseCode.TooManyRequests, "This terminal exceeds its rate limit, Jpos:Limits:RequestsPerSecondOfTerminal. Send fewer messages per second.");
        }
    }

    public void Dispose() => limiter?.Dispose();

    private async Task<bool> IsWithinAllowance(HttpContext http)
    {
        // A malformed number is row 1 of protocol §2. It may be of any length, so it is not kept as a key.
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (limiter is null || !TerminalNumber.TryParse(form["terminalNo"], out var terminal))
        {
            return true;
        }

        using var lease = limiter.AttemptAcquire(new Sender(CallerAddress.Of(http.Connection), terminal));
        return lease.IsAcquired;
    }

    private sealed record Sender(string Address, TerminalNumber Terminal);
}
