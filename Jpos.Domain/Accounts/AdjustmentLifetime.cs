namespace Jpos.Domain.Accounts;

/// <summary>The time in which a different person must decide on an adjustment.</summary>
/// <param name="Days">The days, of 24 hours each, after which a pending adjustment expires.</param>
public sealed record AdjustmentLifetime(int Days)
{
    /// <summary>Returns the instant, UTC: a pending adjustment that was requested then or earlier has expired.</summary>
    public DateTime ExpiredBefore(DateTime now) => now.AddDays(-Days);
}
