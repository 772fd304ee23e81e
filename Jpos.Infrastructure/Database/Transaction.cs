namespace Jpos.Infrastructure.Database;

/// <summary>The properties of a transaction that the transaction runner needs.</summary>
/// <param name="Profile">The retry policy.</param>
/// <param name="Consumer">The consumer whose connections it uses.</param>
/// <param name="Name">Returns the name in log messages.</param>
internal sealed record Transaction(TransactionProfile Profile, ConnectionConsumer Consumer, Func<string> Name)
{
    /// <summary>The serial numbers that it needs beyond a few; null if it writes no journal entries and needs neither numbers nor the programme.</summary>
    public int? Numbers { get; init; }

    /// <summary>The commit trackers of its messages or command.</summary>
    public IReadOnlyList<CommitTracker> Commits { get; init; } = [];

    /// <summary>The number of earlier attempts that met a conflict.</summary>
    public int ConflictsBefore { get; init; }

    /// <summary>Returns whether a retry is allowed now, after any failure.</summary>
    public Func<bool> MayRetry { get; init; } = static () => true;
}
