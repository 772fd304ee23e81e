using Jpos.Domain.Protocol;

namespace Jpos.Application.Messages;

/// <summary>What a message has to do outside the database, once its effect is there: it must neither hold locks while it waits nor happen for an effect that is rolled back.</summary>
public sealed class AfterCommit
{
    private Func<CancellationToken, Task<Decline?>>? act;

    /// <summary>Asks for something to be done. It says what the terminal is told if it failed.</summary>
    public void Do(Func<CancellationToken, Task<Decline?>> what) => act = what;

    /// <summary>Does what was asked for.</summary>
    /// <returns>Why it failed; null if it did not, or nothing was asked for.</returns>
    public Task<Decline?> Run(CancellationToken cancellation) => act?.Invoke(cancellation) ?? Task.FromResult<Decline?>(null);
}
