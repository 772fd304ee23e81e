using Jpos.Domain.Programmes;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// The programme as the database has it. It is kept in memory, so that messages need not ask for it; what another host changes is seen here within <see cref="Freshness"/>.
/// </summary>
internal sealed class ProgrammeCache(TimeProvider time)
{
    /// <summary>How long other hosts may go by what was.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    /// <summary>Campaigns are over at different instants in different zones.</summary>
    private const int ZoneDays = 1;

    private sealed record Reading(Programme Programme, long At);

    private volatile Reading? last;

    /// <exception cref="InvalidOperationException">No unit of work has begun yet.</exception>
    public Programme Value => last?.Programme ?? throw new InvalidOperationException("The programme was not read yet.");

    /// <summary>Reads it, if it was not read a moment ago. To be called when a unit of work begins, and inside it.</summary>
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

    /// <summary>It was changed: the next unit of work reads it.</summary>
    public void Invalidate() => last = last is { } reading ? reading with { At = time.GetTimestamp() - (long)(Freshness.TotalSeconds * time.TimestampFrequency) } : null;
}
