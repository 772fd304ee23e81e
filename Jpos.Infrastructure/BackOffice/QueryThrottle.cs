using Jpos.Application.Throttling;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Limits how many queries read at once. While terminals send messages, the permit of a slow query stays unused for three times its duration. Expensive queries therefore leave most of the processors to payments.</summary>
internal sealed class QueryThrottle(IOptions<BackOfficeSettings> options, TerminalTraffic traffic) : IDisposable
{
    /// <summary>Half of the back office's connections, because its commands need the others, and at most half of the processors, because payments need the others.</summary>
    private readonly SemaphoreSlim permits = new(Math.Max(1, Math.Min(options.Value.MostAtOnce, Environment.ProcessorCount) / 2));

    private volatile bool isOver;

    /// <summary>Runs a query as soon as a permit is free.</summary>
    public async Task<T> Run<T>(Func<Task<T>> query, CancellationToken cancellation)
    {
        await permits.WaitAsync(cancellation);
        var pace = new BackgroundThrottle(traffic);
        try
        {
            return await query();
        }
        finally
        {
            _ = GiveBack(pace);
        }
    }

    public void Dispose()
    {
        isOver = true;
        permits.Dispose();
    }

    private async Task GiveBack(BackgroundThrottle pace)
    {
        await pace.Pause(CancellationToken.None);
        if (!isOver)
        {
            permits.Release();
        }
    }
}
