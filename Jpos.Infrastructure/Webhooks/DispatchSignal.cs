namespace Jpos.Infrastructure.Webhooks;

/// <summary>Wakes the courier when something was committed that may be for it.</summary>
internal sealed class DispatchSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Done when the bell rings next. Who wants to miss nothing takes it before they look.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Set() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
