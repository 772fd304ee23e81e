using Jpos.Domain.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Jpos.Infrastructure.Startup;

/// <summary>Reports the host as ready only if this machine knows the time zone of every store.</summary>
internal sealed class TimeZonesCheck(TransactionRunner runner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var unknown = await runner.Ask(ConnectionConsumer.Readiness, db => Unknown(db, cancellationToken), cancellationToken);
        return unknown.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"This machine lacks time zones of stores: {string.Join(", ", unknown)}.");
    }

    /// <summary>Returns the stores' time zones that this machine does not know.</summary>
    public static async Task<List<string>> Unknown(JposDbContext db, CancellationToken cancellation) =>
        [.. (await db.Stores.Select(store => store.TimeZone).Distinct().ToListAsync(cancellation)).Where(name => !TimeZoneNames.TryFind(name, out _))];
}
