namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>What a message has to do outside the database, once its effect is there: it must neither hold locks while it waits nor happen for an effect that is rolled back.</summary>
public sealed class AfterCommitActions
{
    private Func<CancellationToken, Task<Decline?>>? act;

    /// <summary>Asks for something to be done. It says what the terminal is told if it failed.</summary>
    public void Schedule(Func<CancellationToken, Task<Decline?>> what) => act = what;

    /// <summary>What the message at hand asked for, if it did; it is asked for no more.</summary>
    /// <returns>What does it: it answers why it failed, or null if it did not.</returns>
    public Func<CancellationToken, Task<Decline?>>? TakeScheduled()
    {
        var asked = act;
        act = null;
        return asked;
    }
}
