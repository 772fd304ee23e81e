namespace Jpos.Domain.Accounts;

/// <summary>How long an adjustment waits for a second person.</summary>
/// <param name="Days">After so many of 24 hours it has lapsed.</param>
public sealed record AdjustmentLifetime(int Days)
{
    /// <summary>What was asked for then or before, UTC, and still waits has lapsed.</summary>
    public DateTime ExpiredBefore(DateTime now) => now.AddDays(-Days);
}
