namespace Jpos.Domain.Limits;

/// <summary>Limits failures: a burst at once, and one more each second.</summary>
/// <param name="burst">The number of failures at once.</param>
/// <param name="time">The clock.</param>
public sealed class TokenBucket(int burst, TimeProvider time)
{
    private readonly Lock access = new();
    private double left = burst;
    private long at = time.GetTimestamp();

    /// <summary>Whether no failure is left at the moment.</summary>
    public bool IsSpent
    {
        get
        {
            lock (access)
            {
                Refill();
                return left < 1;
            }
        }
    }

    /// <summary>Counts a failure.</summary>
    public void Spend()
    {
        lock (access)
        {
            Refill();
            left = Math.Max(0, left - 1);
        }
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        left = Math.Min(burst, left + time.GetElapsedTime(at, now).TotalSeconds);
        at = now;
    }
}
