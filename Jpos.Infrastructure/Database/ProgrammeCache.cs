using Jpos.Domain.Programmes;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// Caches the programme in memory, so that messages need no query for it. A change by another host is visible here within <see cref="Freshness"/>.
/// </summary>
internal sealed class ProgrammeCache(TimeProvider time)
{
    /// <summary>The longest time that a host may use a replaced version.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    /// <summary>Campaigns that ended recently stay in the cache, because a day ends at different instants in different zones.</summary>
    private const int ZoneDays = 1;

    private sealed record Reading(Programme Programme, long At);

    private volatile Reading? last;

    /// <exception cref="InvalidOperationException">No unit of work has begun yet.</exception>
    public Programme Value => last?.Programme ?? throw new InvalidOperationException("The programme was not read yet.");

    /// <summary>Reads the programme if the cached one is too old. Call it inside a unit of work, at its beginning.</summary>
    public async ValueTask Refresh(JposDbContext db, CancellationToken cancellation)
    {
        var before = last;
        if (before is not null && time.GetElapsedTime(before.At) < Freshness)
        {
            return;
        }

        var at = time.GetTimestamp();
        var yesterday = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-ZoneDays);
        var version = await db.ProgrammeVersions.AsNoTracking().OrderByDescending(version => version.Number).FirstAsync(cancellation);
        var campaigns = await db.Campaigns.AsNoTracking().Where(campaign => campaign.Through >= yesterday && !campaign.IsCancelled).ToListAsync(cancellation);
        Interlocked.CompareExchange(ref last, new Reading(new Programme { Rules = version.Rules, Version = version.Number, Campaigns = campaigns }, at), before);
    }

    /// <summary>Invalidates the cache. The next unit of work reads the programme again.</summary>
    public void Invalidate() => last = last is { } reading ? reading with { At = time.GetTimestamp() - (long)(Freshness.TotalSeconds * time.TimestampFrequency) } : null;
}
