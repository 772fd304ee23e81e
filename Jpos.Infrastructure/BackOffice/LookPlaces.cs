using Jpos.Application.BackOffice;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Lets a few looks at the database at once. While terminals send messages, the place of one that took long stays empty for three times as long, so that looks, however expensive, leave most of the processors to payments.</summary>
internal sealed class LookPlaces(IOptions<OfficeOptions> options, MessageTraffic traffic) : IDisposable
{
    /// <summary>Half of the places of the back office, for the others are for what it changes; and no more than half of the processors, for the others are for payments.</summary>
    private readonly SemaphoreSlim places = new(Math.Max(1, Math.Min(options.Value.MostAtOnce, Environment.ProcessorCount) / 2));

    private volatile bool isOver;

    /// <summary>Looks as soon as there is a place.</summary>
    public async Task<T> Look<T>(Func<Task<T>> look, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        var pace = new WorkPace(traffic);
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

    private async Task GiveBack(WorkPace pace)
    {
        await pace.Rest(CancellationToken.None);
        if (!isOver)
        {
            places.Release();
        }
    }
}
