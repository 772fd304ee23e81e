using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Database;

/// <summary>One database transaction and what is done in it. Handlers work inside and never see it.</summary>
internal sealed class UnitOfWork(JposDbContext db, DatabaseEngine engine, UnitOfWorkCache rows, ProgrammeCache programme)
{
    /// <summary>Messages sent from here on are handled in this unit.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Something has to be kept.</summary>
    public bool HasChanges => db.ChangeTracker.HasChanges();

    /// <summary>Begins a unit of work that may write.</summary>
    public async Task BeginWriting(CancellationToken cancellation)
    {
        await engine.BeginWriting(db, cancellation);
        await programme.Refresh(db, cancellation);
        IsOpen = true;
    }

    /// <summary>Begins a unit of work for messages: locks what they touch, and reads what they name for all of them at once.</summary>
    public async Task BeginWriting(IReadOnlyList<TerminalMessage> messages, CancellationToken cancellation)
    {
        await BeginWriting(cancellation);
        await engine.Lock(db, RowLocks.Of(messages), cancellation);
        await rows.Prefetch(messages, cancellation);
    }

    /// <summary>Begins a unit of work that only looks.</summary>
    public async Task BeginReading(CancellationToken cancellation)
    {
        await engine.BeginReading(db, cancellation);
        await programme.Refresh(db, cancellation);
        IsOpen = true;
    }

    /// <summary>A message was handled, and the next one comes.</summary>
    public void MarkChanged() => rows.MarkChanged();

    /// <summary>
    /// Makes all effects and their answers permanent together. Up to here the unit can be given up; what has begun to be committed is seen through.
    /// </summary>
    /// <param name="cancellation">Gives it up.</param>
    /// <param name="doubts">Those of the messages in it: they stay raised unless it is certain that nothing was committed.</param>
    public async Task Commit(CancellationToken cancellation, params IReadOnlyList<CommitTracker> doubts)
    {
        await db.SaveChangesAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        var raised = 0;
        try
        {
            for (; raised < doubts.Count; raised++)
            {
                doubts[raised].BeginCommit();
            }

            await engine.Commit(db);
        }
        catch (Exception exception) when (raised < doubts.Count || engine.IsRefused(exception))
        {
            foreach (var commitTracker in doubts.Take(raised))
            {
                commitTracker.MarkNotCommitted();
            }

            throw;
        }
    }
}
