using Jpos.Application.Throttling;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Lets a few looks at the database at once. While terminals send messages, the place of one that took long stays empty for three times as long, so that looks, however expensive, leave most of the processors to payments.</summary>
internal sealed class QueryThrottle(IOptions<BackOfficeSettings> options, TerminalTraffic traffic) : IDisposable
{
    /// <summary>Half of the places of the back office, for the others are for what it changes; and no more than half of the processors, for the others are for payments.</summary>
    private readonly SemaphoreSlim places = new(Math.Max(1, Math.Min(options.Value.MostAtOnce, Environment.ProcessorCount) / 2));

    private volatile bool isOver;

    /// <summary>Looks as soon as there is a place.</summary>
    public async Task<T> Run<T>(Func<Task<T>> look, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        var pace = new BackgroundThrottle(traffic);
        try
        {
            return await look();
        }
        finally
        {
            _ = GiveBack(pace);
        }
    }

    public void Dispose()
    {
        isOver = true;
        places.Dispose();
    }

    private async Task GiveBack(BackgroundThrottle pace)
    {
        await pace.Pause(CancellationToken.None);
        if (!isOver)
        {
            places.Release();
        }
    }
}
