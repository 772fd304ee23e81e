namespace Jpos.Infrastructure.Database;

/// <summary>
/// Cancels what a driver does when a message is given up, apart from all else that happens then: the driver calls its server while whoever cancels waits, and a server that does not answer must not hold up the answers.
/// </summary>
internal sealed class DetachedCancellation : IDisposable
{
    // Nothing of it has to be disposed of: it has no timer, and hangs on nothing. It may still be cancelling when the unit of work is over.
    private readonly CancellationTokenSource source = new();
    private readonly CancellationTokenRegistration[] registrations;

    /// <param name="tokens">Any of them cancels.</param>
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

    /// <summary>On a thread of its own: those of the pool are needed to answer.</summary>
    private static void Cancel(CancellationTokenSource source) =>
        Task.Factory.StartNew(source.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
