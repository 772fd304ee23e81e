using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Jpos.Infrastructure.Startup;

/// <summary>The host is ready only if it reaches its database.</summary>
internal sealed class DatabaseCheck(TransactionRunner runner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await runner.Ask(ConnectionConsumer.Readiness, db => db.Database.CanConnectAsync(cancellationToken), cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The host cannot reach its database.");
}
