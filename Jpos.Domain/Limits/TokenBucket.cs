namespace Jpos.Domain.Limits;

/// <summary>How often something may go wrong: so often at once, and one more each second.</summary>
/// <param name="burst">How often at once.</param>
/// <param name="time">The clock.</param>
public sealed class TokenBucket(int burst, TimeProvider time)
{
    private readonly Lock access = new();
    private double left = burst;
    private long at = time.GetTimestamp();

    /// <summary>It may not go wrong again yet.</summary>
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

    /// <summary>It went wrong once more.</summary>
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
