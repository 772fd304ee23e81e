using System.Threading.RateLimiting;
using Jpos.Api.Limits;
using Jpos.Api.Transport;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// The allowance of each terminal, as its number is sent, after <see cref="FormFilter"/> has read it and before anything is looked up. It is one of the address too: a stranger elsewhere who names a terminal uses up none of its own.
/// </summary>
internal sealed class TerminalRateLimitFilter : IAsyncResourceFilter, IDisposable
{
    private const int Burst = 3;

    /// <summary>Null if there is no limit.</summary>
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
            context.Result = new TerminalDeclineResult(ResponseCode.TooManyRequests, "This terminal sends more messages a second than Jpos:Limits:RequestsPerSecondOfTerminal.");
        }
    }

    public void Dispose() => limiter?.Dispose();

    private async Task<bool> IsWithinAllowance(HttpContext http)
    {
        // A number that is none is row 1 of protocol §2; being of any length, it is not kept.
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
