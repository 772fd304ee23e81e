namespace Jpos.Infrastructure.Webhooks;

/// <summary>Wakes the webhook dispatcher after a commit that may concern it.</summary>
internal sealed class DispatchSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Completes when the signal is set next. To miss nothing, take it before reading the database.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Set() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
