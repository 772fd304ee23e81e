namespace Jpos.Infrastructure.Database;

/// <summary>Tracks whether a message or a command may have been committed although its commit outcome is unknown.</summary>
/// <param name="deadline">The time after which the unit must not be committed.</param>
internal sealed class CommitTracker(CancellationToken deadline)
{
    private int commits;

    /// <summary>Whether a commit of a unit with the message has begun and has not certainly failed. If it is false after the deadline, the message will never be committed.</summary>
    public bool MayHaveCommitted => Volatile.Read(ref commits) > 0;

    /// <summary>Records that a commit is about to begin, and then checks the deadline. A reader checks the deadline first and the record second, so that one of both sides sees the other.</summary>
    /// <exception cref="OperationCanceledException">The deadline has passed.</exception>
    public void BeginCommit()
    {
        Interlocked.Increment(ref commits);
        if (deadline.IsCancellationRequested)
        {
            MarkNotCommitted();
            throw new OperationCanceledException(deadline);
        }
    }

    /// <summary>Records that the commit certainly failed.</summary>
    public void MarkNotCommitted() => Interlocked.Decrement(ref commits);
}
