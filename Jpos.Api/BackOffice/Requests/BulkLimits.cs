using System.Threading.RateLimiting;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>How many files one host imports or exports at once. Payments come first, so a further file is refused instead of queued.</summary>
internal sealed class BulkLimits : IDisposable
{
    /// <summary>One file at a time.</summary>
    public ConcurrencyLimiter Imports { get; } = Of(1);

    /// <summary>Two files at a time.</summary>
    public ConcurrencyLimiter Exports { get; } = Of(2);

    public void Dispose()
    {
        Imports.Dispose();
        Exports.Dispose();
    }

    private static ConcurrencyLimiter Of(int most) => new(new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });
}
