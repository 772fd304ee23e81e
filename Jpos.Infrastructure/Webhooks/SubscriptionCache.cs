namespace Jpos.Infrastructure.Webhooks;

/// <summary>
/// The subscriptions that are enabled, in memory, so that messages ask the database for them at most now and then. What is older than <see cref="Lasting"/> is not used: a subscription holds on every host that long after it was answered, and on the host that answered it at once.
/// </summary>
internal sealed class SubscriptionCache(TimeProvider time)
{
    public static readonly TimeSpan Lasting = TimeSpan.FromSeconds(2);

    private readonly Lock changing = new();
    private Known? last;
    private int changes;

    /// <summary>For certain nobody is to be told of anything.</summary>
    public bool IsEmpty => Fresh is { Count: 0 };

    private IReadOnlyList<CachedSubscription>? Fresh => Volatile.Read(ref last) is { } known && time.GetElapsedTime(known.At) < Lasting ? known.All : null;

    public async ValueTask<IReadOnlyList<CachedSubscription>> Read(JposDbContext db, CancellationToken cancellation) => Fresh ?? await Refresh(db, cancellation);

    /// <summary>Reads them again, before they are too old.</summary>
    public async Task<IReadOnlyList<CachedSubscription>> Refresh(JposDbContext db, CancellationToken cancellation)
    {
        var (before, at) = (Volatile.Read(ref changes), time.GetTimestamp());
        var all = await db.Subscriptions.AsNoTracking().Where(row => row.IsEnabled).Select(row => new CachedSubscription(row.Id, row.Events)).ToListAsync(cancellation);
        lock (changing)
        {
            // What was read while they changed may be what they were before.
            last = before == changes ? new Known(at, all) : last;
        }

        return all;
    }

    /// <summary>They have changed.</summary>
    public void Invalidate()
    {
        lock (changing)
        {
            changes++;
            last = null;
        }
    }

    private sealed record Known(long At, IReadOnlyList<CachedSubscription> All);
}
