using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Lets a few looks at the database at once. The place of one that took long stays empty for three times as long, so that looks, however expensive, leave most of the processors to payments.</summary>
internal sealed class LookPlaces(IOptions<OfficeOptions> options) : IDisposable
{
    private const int RestsPerWork = 3;

    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(10);

    /// <summary>Half of the places of the back office, for the others are for what it changes; and no more than half of the processors, for the others are for payments.</summary>
    private readonly SemaphoreSlim places = new(Math.Max(1, Math.Min(options.Value.MostAtOnce, Environment.ProcessorCount) / 2));

    private volatile bool isOver;

    /// <summary>Looks as soon as there is a place.</summary>
    public async Task<T> Look<T>(Func<Task<T>> look, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        var began = Stopwatch.GetTimestamp();
        try
        {
            return await look();
        }
        finally
        {
            _ = GiveBack(Stopwatch.GetElapsedTime(began));
        }
    }

    public void Dispose()
    {
        isOver = true;
        places.Dispose();
    }

    private async Task GiveBack(TimeSpan took)
    {
        if (took > Long)
        {
            var rest = took * RestsPerWork;
            await Task.Delay(rest < LongestRest ? rest : LongestRest);
        }

        if (!isOver)
        {
            places.Release();
        }
    }
}
