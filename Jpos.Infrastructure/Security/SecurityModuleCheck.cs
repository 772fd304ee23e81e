using Jpos.Domain.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Jpos.Infrastructure.Security;

/// <summary>The host is ready while its security module works: a token can be taken away.</summary>
internal sealed class SecurityModuleCheck(ISecurityModule module) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // What throws is unhealthy: the framework says so and logs why.
        module.Fingerprint(new MessageContent().With(ContentField.Card, "health"));
        return Task.FromResult(HealthCheckResult.Healthy());
    }
}
