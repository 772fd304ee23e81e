using Jpos.Domain.Alerts;

namespace Jpos.Application.BackOffice.Alerts;

/// <summary>What all changes of an alert have in common. No lock is needed: no message reads an alert's state, and its version tells two who change it apart.</summary>
public sealed class AlertSteps(IAlerts alerts, CommandAudit steps)
{
    /// <param name="command">The act.</param>
    /// <param name="id">The alert.</param>
    /// <param name="change">Changes it, at an instant, and says whether it did.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CommandResult<AlertView>> Change(Command<AlertView> command, long id, Func<Alert, DateTime, bool> change, CancellationToken cancellation)
    {
        if (await alerts.Find(id, cancellation) is not { } alert || !AlertView.IsSeenBy(command.Caller, alert))
        {
            return CommandAudit.NotFound;
        }

        var before = AlertView.Of(alert);
        return change(alert, steps.Now.Utc)
            ? steps.RecordUpdated(command, AlertView.Subject(id), before, AlertView.Of(alert))
            : new Problem(FailureKind.Conflict, alert.State switch
            {
                AlertState.Resolved => $"{alert.Assignee} has resolved it.",
                AlertState.Acknowledged => $"{alert.Assignee} has taken it.",
                _ => "Nobody has taken it.",
            });
    }
}
