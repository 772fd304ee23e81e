using System.Diagnostics;

namespace Jpos.Application.Throttling;

/// <summary>Slows down long work of the back office while terminals send messages, so that payments find a processor: after each stretch of work it rests some times as long. While terminals are silent, it does not rest.</summary>
/// <param name="traffic">Whether terminals are silent.</param>
/// <param name="restsPerWork">How many times as long it rests.</param>
public sealed class BackgroundThrottle(TerminalTraffic traffic, int restsPerWork = 3)
{
    private static readonly TimeSpan ShortestStretch = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(500);

    private long began = Stopwatch.GetTimestamp();

    /// <summary>Rests if it is time to.</summary>
    public async ValueTask Pause(CancellationToken cancellation)
    {
        var worked = Stopwatch.GetElapsedTime(began);
        if (worked < ShortestStretch)
        {
            return;
        }

        if (traffic.IsBusy)
        {
            var rest = worked * restsPerWork;
            await Task.Delay(rest < LongestRest ? rest : LongestRest, cancellation);
        }

        began = Stopwatch.GetTimestamp();
    }
}
