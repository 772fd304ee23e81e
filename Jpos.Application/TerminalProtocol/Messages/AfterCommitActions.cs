namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>Collects external actions of a message. They run after the commit, because they must neither hold locks while they wait nor happen for an effect that is rolled back.</summary>
public sealed class AfterCommitActions
{
    private Func<CancellationToken, Task<Decline?>>? scheduled;

    /// <summary>Adds an action. It returns the decline for the terminal if it fails.</summary>
    public void Schedule(Func<CancellationToken, Task<Decline?>> action) => scheduled = action;

    /// <summary>Takes the action of the current message, if any, and removes it.</summary>
    /// <returns>The action, which returns its decline, or null on success.</returns>
    public Func<CancellationToken, Task<Decline?>>? TakeScheduled()
    {
        var action = scheduled;
        scheduled = null;
        return action;
    }
}
