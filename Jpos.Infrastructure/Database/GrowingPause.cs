namespace Jpos.Infrastructure.Database;

/// <summary>How long to wait before the database is asked again: 20 ms, then twice as long each time, up to a second.</summary>
internal sealed class GrowingPause
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private TimeSpan next = TimeSpan.FromMilliseconds(20);

    public Task Wait(CancellationToken cancellation)
    {
        var pause = next;
        next = next * 2 < Longest ? next * 2 : Longest;
        return Task.Delay(pause, cancellation);
    }
}
