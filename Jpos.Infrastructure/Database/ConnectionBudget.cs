using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// Divides the driver's connections among the consumers. A consumer that exceeds its share waits here, so that it neither takes the connections of others nor gets an error from the driver.
/// Every caller takes a permit before the single-writer lock. The reverse order could deadlock holders of permits with the holder of the lock.
/// </summary>
internal sealed class ConnectionBudget : IDisposable
{
    private const int Messages = 64;
    private const int FewestMessages = 8;
    private const int Webhooks = 8;
    private const int TerminalCache = 8;

    private static readonly Dictionary<ConnectionConsumer, int> Fixed = new()
    {
        [ConnectionConsumer.Maintenance] = 2,
        [ConnectionConsumer.NumberSequence] = 1,
        [ConnectionConsumer.Readiness] = 2,
    };

    private readonly Dictionary<ConnectionConsumer, SemaphoreSlim> permits;

    /// <summary>The queue of writers on an engine with a single writer. Writers wait here in order and without a thread, and not in the driver's busy loop.</summary>
    private readonly SemaphoreSlim[] writer;

    public ConnectionBudget(ConnectionPool pool, DatabaseEngine engine, IOptions<BackOfficeSettings> backOffice)
    {
        writer = engine.HasSingleWriter ? [new SemaphoreSlim(1)] : [];
        Shares = Divide(pool.Size, backOffice.Value.MostAtOnce);
        permits = Shares.ToDictionary(share => share.Key, share => new SemaphoreSlim(share.Value));
    }

    /// <summary>The number of connections that each consumer may use at once.</summary>
    public IReadOnlyDictionary<ConnectionConsumer, int> Shares { get; }

    /// <summary>Returns the size of the smallest pool that holds all shares.</summary>
    /// <param name="backOffice">The share of the back office.</param>
    public static int Fewest(int backOffice) => Fixed.Values.Sum() + backOffice + FewestMessages + 2;

    /// <summary>Returns the shares. In a small pool the shares of messages, webhooks and the terminal cache are smaller.</summary>
    /// <param name="pool">The size of the pool; null if it has no limit.</param>
    /// <param name="backOffice">The share of the back office.</param>
    public static IReadOnlyDictionary<ConnectionConsumer, int> Divide(int? pool, int backOffice)
    {
        const int all = Messages + Webhooks + TerminalCache;
        var left = Math.Max(pool is { } size ? size - Fixed.Values.Sum() - backOffice : all, FewestMessages + 2);
        int Part(int full) => Math.Clamp(left * full / all, 1, full);
        return new Dictionary<ConnectionConsumer, int>(Fixed)
        {
            [ConnectionConsumer.BackOffice] = backOffice,
            [ConnectionConsumer.Webhooks] = Part(Webhooks),
            [ConnectionConsumer.TerminalCache] = Part(TerminalCache),
            [ConnectionConsumer.Messages] = Math.Min(Messages, left - Part(Webhooks) - Part(TerminalCache)),
        };
    }

    /// <summary>Waits for a permit in order of arrival. Disposing of the result releases it.</summary>
    public Task<SemaphoreLease> Acquire(ConnectionConsumer consumer, CancellationToken cancellation) => SemaphoreLease.Acquire(cancellation, permits[consumer]);

    /// <summary>Waits for a permit, and then for the single-writer lock if the engine needs it.</summary>
    public Task<SemaphoreLease> AcquireToWrite(ConnectionConsumer consumer, CancellationToken cancellation) => SemaphoreLease.Acquire(cancellation, [permits[consumer], .. writer]);

    public void Dispose()
    {
        foreach (var permit in permits.Values.Concat(writer))
        {
            permit.Dispose();
        }
    }
}
