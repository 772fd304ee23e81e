using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>A message that waits for a unit of work. It may be cancelled until a unit claims it. Afterwards the unit completes it, if it does so in time.</summary>
internal sealed class QueuedMessage : IDisposable
{
    /// <summary>The time past its deadline that a message waits for a commit that has begun.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource<HandledMessage> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration givingUp;
    private int isTaken;

    /// <param name="message">The message.</param>
    /// <param name="commitTracker">Tracks whether the message may have been committed.</param>
    /// <param name="deadline">The time after which no unit may commit the message.</param>
    /// <param name="stop">Cancelled when the message need no longer be started: at its deadline, or when its sender disconnects.</param>
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

    /// <summary>The time after which no unit may commit the message.</summary>
    public CancellationToken Deadline { get; }

    /// <summary>Cancelled when no sender waits for the message.</summary>
    public CancellationToken Stop { get; }

    /// <summary>The result of the message.</summary>
    public Task<HandledMessage> Outcome => done.Task;

    /// <summary>Claims the message for a unit of work.</summary>
    /// <returns>False if the message was cancelled before.</returns>
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

    /// <summary>Cancels a message whose unit is past its deadline without waiting for the unit, because its server may not answer. A commit that has begun gets a grace period.</summary>
    private async Task Abandon(CancellationToken token)
    {
        if (CommitTracker.MayHaveCommitted)
        {
            await Task.Delay(Grace, CancellationToken.None);
        }

        done.TrySetCanceled(token);
    }
}
