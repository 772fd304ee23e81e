using System.Diagnostics;

namespace Jpos.Application.Throttling;

/// <summary>Slows long background work while terminals send messages, so that payments get a processor. After each period of work it pauses for a multiple of that period. While terminals are silent, it does not pause.</summary>
/// <param name="traffic">Tells whether terminals are silent.</param>
/// <param name="restsPerWork">The ratio of pauses to work.</param>
public sealed class BackgroundThrottle(TerminalTraffic traffic, int restsPerWork = 3)
{
    private static readonly TimeSpan ShortestStretch = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(500);

    private long began = Stopwatch.GetTimestamp();

    /// <summary>Pauses if a pause is due.</summary>
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
