using Jpos.Application.Messages;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>A message that waits for a unit of work. Until one takes it, it may give up by itself; from then on the unit says what becomes of it, if it says so in time.</summary>
internal sealed class Pending : IDisposable
{
    /// <summary>How long past its deadline a message waits for a commit that has begun.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource<Handled> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration givingUp;
    private int isTaken;

    /// <param name="message">The message.</param>
    /// <param name="doubt">Whether it may have been committed.</param>
    /// <param name="deadline">When no unit may commit it any more.</param>
    /// <param name="stop">When it need not be begun any more: at its deadline, or when nobody waits for its answer.</param>
    public Pending(TerminalMessage message, Doubt doubt, CancellationToken deadline, CancellationToken stop)
    {
        Message = message;
        Doubt = doubt;
        Deadline = deadline;
        Stop = stop;
        givingUp = stop.UnsafeRegister(
            static (waiting, token) =>
            {
                var pending = (Pending)waiting!;
                if (pending.TryTake())
                {
                    pending.done.TrySetCanceled(token);
                }
                else if (pending.Deadline.IsCancellationRequested)
                {
                    _ = pending.GiveUp(token);
                }
            },
            this);
    }

    public TerminalMessage Message { get; }

    public Doubt Doubt { get; }

    /// <summary>It may not be committed any more.</summary>
    public CancellationToken Deadline { get; }

    /// <summary>Nobody needs it any more.</summary>
    public CancellationToken Stop { get; }

    /// <summary>What comes of it.</summary>
    public Task<Handled> Outcome => done.Task;

    /// <summary>Takes it out of the queue.</summary>
    /// <returns>False if it has given up.</returns>
    public bool TryTake() => Interlocked.Exchange(ref isTaken, 1) == 0;

    public void Complete(Handled handled) => done.TrySetResult(handled);

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
    private async Task GiveUp(CancellationToken token)
    {
        if (Doubt.Exists)
        {
            await Task.Delay(Grace, CancellationToken.None);
        }

        done.TrySetCanceled(token);
    }
}
