namespace Jpos.Application.Throttling;

/// <summary>Whether terminals use the host now, so that long work of the back office knows when to make room for them.</summary>
public sealed class TerminalTraffic(TimeProvider time)
{
    /// <summary>After so long without a message, terminals are taken to be silent.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(1);

    private long last = time.GetTimestamp() - (long)(2 * Memory.TotalSeconds * time.TimestampFrequency);
    private volatile bool isElsewhere;

    /// <summary>A message came, or was answered, within the last second; or nobody can tell.</summary>
    public bool IsBusy => isElsewhere || time.GetElapsedTime(Volatile.Read(ref last)) <= Memory;

    /// <summary>A message comes, or is answered.</summary>
    public void RecordActivity() => Volatile.Write(ref last, time.GetTimestamp());

    /// <summary>Another process may handle messages, which this one does not see.</summary>
    public void AssumeOtherHosts() => isElsewhere = true;
}
