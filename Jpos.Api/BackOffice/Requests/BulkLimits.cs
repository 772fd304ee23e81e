using System.Threading.RateLimiting;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Limits how many files one host imports or exports at once. A further file is refused and not queued, because payments have priority.</summary>
internal sealed class BulkLimits : IDisposable
{
    /// <summary>The limit of concurrent imports.</summary>
    public ConcurrencyLimiter Imports { get; } = Of(1);

    /// <summary>The limit of concurrent exports.</summary>
    public ConcurrencyLimiter Exports { get; } = Of(2);

    public void Dispose()
    {
        Imports.Dispose();
        Exports.Dispose();
    }

    private static ConcurrencyLimiter Of(int most) => new(new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });
}
