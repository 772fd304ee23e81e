namespace Jpos.Application.Throttling;

/// <summary>Tracks whether terminals use the host, so that background work can yield to them.</summary>
public sealed class TerminalTraffic(TimeProvider time)
{
    /// <summary>The time without messages after which terminals count as silent.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(1);

    private long last = time.GetTimestamp() - (long)(2 * Memory.TotalSeconds * time.TimestampFrequency);
    private volatile bool isElsewhere;

    /// <summary>Whether a message arrived or was answered within the last second, or the traffic is unknown.</summary>
    public bool IsBusy => isElsewhere || time.GetElapsedTime(Volatile.Read(ref last)) <= Memory;

    /// <summary>Records that a message arrived or was answered.</summary>
    public void RecordActivity() => Volatile.Write(ref last, time.GetTimestamp());

    /// <summary>Marks the traffic as unknown, because another process may handle messages.</summary>
    public void AssumeOtherHosts() => isElsewhere = true;
}
