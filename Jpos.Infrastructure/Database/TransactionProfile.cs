using Jpos.Infrastructure.Settings;

namespace Jpos.Infrastructure.Database;

/// <summary>How often a transaction is tried, by what it is for.</summary>
/// <param name="Attempts">How many attempts may end in a conflict; the last one's conflict is the caller's.</param>
/// <param name="AvailabilityRetries">How often it is tried again because the database is busy, lost or full; null for as long as the caller waits.</param>
/// <param name="PausesOnConflict">A conflict is waited out as a busy database is, and counted with it: nobody stands at a till.</param>
internal sealed record TransactionProfile(int Attempts, int? AvailabilityRetries, bool PausesOnConflict = false)
{
    private const int FailuresInRow = 100;

    /// <summary>A command of the back office: its patience bounds it.</summary>
    public static TransactionProfile Command { get; } = new(10, null);

    /// <summary>A query of the back office: who lost a deadlock, or whose moment is gone, looks at a later one.</summary>
    public static TransactionProfile Query { get; } = new(3, 0);

    /// <summary>A unit of a job: it may be done again at any time.</summary>
    public static TransactionProfile Background { get; } = new(1, FailuresInRow, PausesOnConflict: true);

    /// <summary>The webhook dispatcher: what became of an attempt must not be forgotten, or the event is sent twice.</summary>
    public static TransactionProfile Webhooks { get; } = new(1, null, PausesOnConflict: true);

    /// <summary>The start of the host: of several that start at once, one makes what is missing, and the others find it.</summary>
    public static TransactionProfile Startup { get; } = new(2, 0);

    /// <summary>A terminal message: the deadline bounds it (protocol §3).</summary>
    public static TransactionProfile Message(MessageSettings settings) => new(settings.Attempts, null);
}
