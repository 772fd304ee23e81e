using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Jpos.Infrastructure.Startup;

/// <summary>Reports the host as ready only if the database is reachable.</summary>
internal sealed class DatabaseCheck(TransactionRunner runner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await runner.Ask(ConnectionConsumer.Readiness, db => db.Database.CanConnectAsync(cancellationToken), cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The host cannot reach its database.");
}
