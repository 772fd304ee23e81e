namespace Jpos.Infrastructure.Database;

/// <summary>What the transaction runner has to know of a piece of work.</summary>
/// <param name="Profile">How often it is tried.</param>
/// <param name="Consumer">Whose connections it uses.</param>
/// <param name="Name">What the log calls it.</param>
internal sealed record Transaction(TransactionProfile Profile, ConnectionConsumer Consumer, Func<string> Name)
{
    /// <summary>How many serial numbers it needs beyond a few; null if it makes no journal entries, and so needs neither numbers nor the programme.</summary>
    public int? Numbers { get; init; }

    /// <summary>Of each message or command in it, whether it may have been committed.</summary>
    public IReadOnlyList<CommitTracker> Commits { get; init; } = [];

    /// <summary>How many of its attempts met a conflict before.</summary>
    public int ConflictsBefore { get; init; }

    /// <summary>Whether it may be tried again now, after any failure.</summary>
    public Func<bool> MayRetry { get; init; } = static () => true;
}
