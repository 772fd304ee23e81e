namespace Jpos.Benchmarks;

/// <summary>What a run of load measured.</summary>
/// <param name="Count">Messages answered 00.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Latencies">Of each message, sorted.</param>
internal sealed record Measured(int Count, TimeSpan Elapsed, TimeSpan[] Latencies)
{
    public double PerSecond => Count / Elapsed.TotalSeconds;

    /// <summary>The latency that a share of the messages did not exceed.</summary>
    public TimeSpan Percentile(double share) => Latencies[(int)((Latencies.Length - 1) * share)];
}
