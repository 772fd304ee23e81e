using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Database;

/// <summary>One database transaction and the work in it. Handlers run inside and never see it.</summary>
internal sealed class UnitOfWork(JposDbContext db, DatabaseEngine engine, UnitOfWorkSession session, UnitOfWorkCache cache, ProgrammeCache programme)
{
    private bool isAbandoned;

    /// <summary>Whether the unit has changes to keep.</summary>
    public bool HasChanges => db.ChangeTracker.HasChanges();

    /// <summary>Begins a unit of work that may write.</summary>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <param name="readsProgramme">Whether the unit uses the programme.</param>
    public async Task BeginWriting(CancellationToken cancellation, bool readsProgramme = true)
    {
        await engine.BeginWriting(db, cancellation);
        if (readsProgramme)
        {
            await programme.Refresh(db, cancellation);
        }
    }

    /// <summary>Locks the rows of messages and reads their data for all of them at once.</summary>
    public async Task Prepare(IReadOnlyList<TerminalMessage> messages, CancellationToken cancellation)
    {
        session.BeginSharing();
        await engine.Lock(db, RowLocks.Of(messages), cancellation);
        await cache.Prefetch(messages, cancellation);
    }

    /// <summary>Begins a read-only unit of work.</summary>
    public async Task BeginReading(CancellationToken cancellation)
    {
        session.BeginReading();
        await engine.BeginReading(db, cancellation);
        await programme.Refresh(db, cancellation);
    }

    /// <summary>Marks the end of one message; the next one follows.</summary>
    public void MarkChanged() => session.MarkChanged();

    /// <summary>Discards the unit; its end rolls it back.</summary>
    public void Abandon() => isAbandoned = true;

    /// <summary>
    /// Commits all effects together with their answers. Before this call the unit can be cancelled; a commit that has begun is not.
    /// </summary>
    /// <param name="cancellation">Cancels the unit before the commit begins.</param>
    /// <param name="commits">The commit trackers of the messages. They stay set unless the commit certainly failed.</param>
    public async Task Commit(CancellationToken cancellation, params IReadOnlyList<CommitTracker> commits)
    {
        if (isAbandoned)
        {
            return;
        }

        await db.SaveChangesAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        var raised = 0;
        try
        {
            for (; raised < commits.Count; raised++)
            {
                commits[raised].BeginCommit();
            }

            await engine.Commit(db);
        }
        catch (Exception exception) when (raised < commits.Count || engine.IsRefused(exception))
        {
            foreach (var commitTracker in commits.Take(raised))
            {
                commitTracker.MarkNotCommitted();
            }

            throw;
        }
    }
}
