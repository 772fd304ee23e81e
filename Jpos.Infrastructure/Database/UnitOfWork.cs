using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Database;

/// <summary>One database transaction and what is done in it. Handlers work inside and never see it.</summary>
internal sealed class UnitOfWork(JposDbContext db, DatabaseEngine engine, UnitOfWorkSession session, UnitOfWorkCache cache, ProgrammeCache programme)
{
    private bool isAbandoned;

    /// <summary>Something has to be kept.</summary>
    public bool HasChanges => db.ChangeTracker.HasChanges();

    /// <summary>Begins a unit of work that may write.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="readsProgramme">It goes by the programme, which is there.</param>
    public async Task BeginWriting(CancellationToken cancellation, bool readsProgramme = true)
    {
        await engine.BeginWriting(db, cancellation);
        if (readsProgramme)
        {
            await programme.Refresh(db, cancellation);
        }
    }

    /// <summary>Locks what messages touch, and reads what they name for all of them at once.</summary>
    public async Task Prepare(IReadOnlyList<TerminalMessage> messages, CancellationToken cancellation)
    {
        session.BeginSharing();
        await engine.Lock(db, RowLocks.Of(messages), cancellation);
        await cache.Prefetch(messages, cancellation);
    }

    /// <summary>Begins a unit of work that only looks.</summary>
    public async Task BeginReading(CancellationToken cancellation)
    {
        session.BeginReading();
        await engine.BeginReading(db, cancellation);
        await programme.Refresh(db, cancellation);
    }

    /// <summary>A message was handled, and the next one comes.</summary>
    public void MarkChanged() => session.MarkChanged();

    /// <summary>Nothing of it is to be kept: its end rolls it back.</summary>
    public void Abandon() => isAbandoned = true;

    /// <summary>
    /// Makes all effects and their answers permanent together. Up to here the unit can be given up; what has begun to be committed is seen through.
    /// </summary>
    /// <param name="cancellation">Gives it up.</param>
    /// <param name="commits">Those of the messages in it: they stay raised unless it is certain that nothing was committed.</param>
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
