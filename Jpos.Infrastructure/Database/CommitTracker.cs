namespace Jpos.Infrastructure.Database;

/// <summary>Whether a message, or an act of the back office, may have been committed although nobody could say so.</summary>
/// <param name="deadline">When it may not be committed any more.</param>
internal sealed class CommitTracker(CancellationToken deadline)
{
    private int commits;

    /// <summary>Some unit with the message began to be committed, and did not fail for certain. Past the deadline, what is not in doubt will never be.</summary>
    public bool MayHaveCommitted => Volatile.Read(ref commits) > 0;

    /// <summary>A unit with the message is about to be committed. Raised first and looked at the deadline then: who looks the other way round sees one or the other.</summary>
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

    /// <summary>It was not committed.</summary>
    public void MarkNotCommitted() => Interlocked.Decrement(ref commits);
}
