using Jpos.Domain.Journal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Jpos.Infrastructure.Security;

/// <summary>Reports the host as ready only while its security module works, because a token can be removed.</summary>
internal sealed class SecurityModuleCheck(ISecurityModule module) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // An exception makes the check unhealthy; the framework logs it.
        module.Fingerprint(new MessageContent().With(ContentField.Card, "health"));
        return Task.FromResult(HealthCheckResult.Healthy());
    }
}
