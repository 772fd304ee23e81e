using System.Diagnostics;

namespace Jpos.Application.BackOffice;

/// <summary>Slows down long work of the back office, so that payments find a processor: after each stretch of work it rests three times as long.</summary>
public sealed class WorkPace
{
    private const int RestsPerWork = 3;

    private static readonly TimeSpan ShortestStretch = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(500);

    private long began = Stopwatch.GetTimestamp();

    /// <summary>Rests if it is time to.</summary>
    public async ValueTask Rest(CancellationToken cancellation)
    {
        var worked = Stopwatch.GetElapsedTime(began);
        if (worked < ShortestStretch)
        {
            return;
        }

        var rest = worked * RestsPerWork;
        await Task.Delay(rest < LongestRest ? rest : LongestRest, cancellation);
        began = Stopwatch.GetTimestamp();
    }
}
