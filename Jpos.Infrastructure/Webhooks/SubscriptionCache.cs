namespace Jpos.Infrastructure.Webhooks;

/// <summary>
/// Caches the enabled subscriptions in memory, so that messages rarely query them. Entries expire after <see cref="Lasting"/>. A new subscription is therefore valid on every host that long after its answer, and at once on the host that answered.
/// </summary>
internal sealed class SubscriptionCache(TimeProvider time)
{
    public static readonly TimeSpan Lasting = TimeSpan.FromSeconds(2);

    private readonly Lock changing = new();
    private Known? last;
    private int changes;

    /// <summary>Whether the fresh cache certainly contains no subscription.</summary>
    public bool IsEmpty => Fresh is { Count: 0 };

    private IReadOnlyList<CachedSubscription>? Fresh => Volatile.Read(ref last) is { } known && time.GetElapsedTime(known.At) < Lasting ? known.All : null;

    public async ValueTask<IReadOnlyList<CachedSubscription>> Read(JposDbContext db, CancellationToken cancellation) => Fresh ?? await Refresh(db, cancellation);

    /// <summary>Reads the subscriptions before the cache expires.</summary>
    public async Task<IReadOnlyList<CachedSubscription>> Refresh(JposDbContext db, CancellationToken cancellation)
    {
        var (before, at) = (Volatile.Read(ref changes), time.GetTimestamp());
        var all = await db.Subscriptions.AsNoTracking().Where(row => row.IsEnabled).Select(row => new CachedSubscription(row.Id, row.Events)).ToListAsync(cancellation);
        lock (changing)
        {
            // Rows that were read during a change may be outdated.
            last = before == changes ? new Known(at, all) : last;
        }

        return all;
    }

    /// <summary>Invalidates the cache after a change.</summary>
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
