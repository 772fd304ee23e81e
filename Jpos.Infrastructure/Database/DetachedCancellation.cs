namespace Jpos.Infrastructure.Database;

/// <summary>
/// Cancels database calls of an abandoned message on a thread of its own. A driver contacts its server while it cancels, and a silent server must not block the caller who cancels.
/// </summary>
internal sealed class DetachedCancellation : IDisposable
{
    // It needs no disposal, because it has no timer and no parent. It may still be cancelling when the unit of work has ended.
    private readonly CancellationTokenSource source = new();
    private readonly CancellationTokenRegistration[] registrations;

    /// <param name="tokens">The tokens, any of which cancels.</param>
    public DetachedCancellation(params IEnumerable<CancellationToken> tokens) =>
        registrations = [.. tokens.Select(token => token.UnsafeRegister(static source => Cancel((CancellationTokenSource)source!), source))];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }
    }

    /// <summary>Cancels on a dedicated thread, because answers need the threads of the pool.</summary>
    private static void Cancel(CancellationTokenSource source) =>
        Task.Factory.StartNew(source.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
