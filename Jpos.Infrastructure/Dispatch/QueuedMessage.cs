using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>A message that waits for a unit of work. Until one takes it, it may give up by itself; from then on the unit says what becomes of it, if it says so in time.</summary>
internal sealed class QueuedMessage : IDisposable
{
    /// <summary>How long past its deadline a message waits for a commit that has begun.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource<HandledMessage> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration givingUp;
    private int isTaken;

    /// <param name="message">The message.</param>
    /// <param name="commitTracker">Whether it may have been committed.</param>
    /// <param name="deadline">When no unit may commit it any more.</param>
    /// <param name="stop">When it need not be begun any more: at its deadline, or when nobody waits for its answer.</param>
    public QueuedMessage(TerminalMessage message, CommitTracker commitTracker, CancellationToken deadline, CancellationToken stop)
    {
        Message = message;
        CommitTracker = commitTracker;
        Deadline = deadline;
        Stop = stop;
        givingUp = stop.UnsafeRegister(
            static (waiting, token) =>
            {
                var queuedMessage = (QueuedMessage)waiting!;
                if (queuedMessage.TryClaim())
                {
                    queuedMessage.done.TrySetCanceled(token);
                }
                else if (queuedMessage.Deadline.IsCancellationRequested)
                {
                    _ = queuedMessage.Abandon(token);
                }
            },
            this);
    }

    public TerminalMessage Message { get; }

    public CommitTracker CommitTracker { get; }

    /// <summary>It may not be committed any more.</summary>
    public CancellationToken Deadline { get; }

    /// <summary>Nobody needs it any more.</summary>
    public CancellationToken Stop { get; }

    /// <summary>What comes of it.</summary>
    public Task<HandledMessage> Outcome => done.Task;

    /// <summary>Takes it out of the queue.</summary>
    /// <returns>False if it has given up.</returns>
    public bool TryClaim() => Interlocked.Exchange(ref isTaken, 1) == 0;

    public void Complete(HandledMessage handled) => done.TrySetResult(handled);

    public void Fail(Exception exception)
    {
        if (exception is OperationCanceledException && Stop.IsCancellationRequested)
        {
            done.TrySetCanceled(Stop);
        }
        else
        {
            done.TrySetException(exception);
        }
    }

    public void Dispose() => givingUp.Dispose();

    /// <summary>A unit that cannot commit any more need not be waited for, however long it takes to find that out: its server may not answer.</summary>
    private async Task Abandon(CancellationToken token)
    {
        if (CommitTracker.MayHaveCommitted)
        {
            await Task.Delay(Grace, CancellationToken.None);
        }

        done.TrySetCanceled(token);
    }
}
