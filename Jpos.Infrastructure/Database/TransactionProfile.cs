using Jpos.Infrastructure.Settings;

namespace Jpos.Infrastructure.Database;

/// <summary>The retry policy of a transaction, by its purpose.</summary>
/// <param name="Attempts">The most attempts that may end in a conflict. The caller gets the conflict of the last one.</param>
/// <param name="AvailabilityRetries">The most retries while the database is busy, lost or full; null to retry until the caller's deadline.</param>
/// <param name="PausesOnConflict">Whether a conflict is followed by a pause and counts as unavailability, because no customer waits at a till.</param>
internal sealed record TransactionProfile(int Attempts, int? AvailabilityRetries, bool PausesOnConflict = false)
{
    private const int FailuresInRow = 100;

    /// <summary>A command of the back office, bounded by its timeout.</summary>
    public static TransactionProfile Command { get; } = new(10, null);

    /// <summary>A query of the back office. After a deadlock or a lost snapshot it reads a later one.</summary>
    public static TransactionProfile Query { get; } = new(3, 0);

    /// <summary>A unit of a job, which can be repeated at any time.</summary>
    public static TransactionProfile Background { get; } = new(1, FailuresInRow, PausesOnConflict: true);

    /// <summary>The webhook dispatcher. A lost result of an attempt would send the event twice.</summary>
    public static TransactionProfile Webhooks { get; } = new(1, null, PausesOnConflict: true);

    /// <summary>The start of the host. Of several hosts that start at once, one creates what is missing and the others find it.</summary>
    public static TransactionProfile Startup { get; } = new(2, 0);

    /// <summary>A terminal message, bounded by its deadline (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).</summary>
    public static TransactionProfile Message(MessageSettings settings) => new(settings.Attempts, null);
}
