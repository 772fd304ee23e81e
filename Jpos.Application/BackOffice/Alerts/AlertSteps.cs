using Jpos.Domain.Alerts;

namespace Jpos.Application.BackOffice.Alerts;

/// <summary>Shared steps of the commands on an alert. They need no lock, because no message reads an alert, and the version detects concurrent changes.</summary>
public sealed class AlertSteps(IAlerts alerts, CommandAudit steps)
{
    /// <param name="command">The command.</param>
    /// <param name="id">The alert's id.</param>
    /// <param name="change">Changes the alert at an instant, and returns whether it did.</param>
    /// <param name="cancellation">Cancels the operation.</param>
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
                AlertState.Resolved => $"The alert was resolved by {alert.Assignee}.",
                AlertState.Acknowledged => $"The alert was acknowledged by {alert.Assignee}. They or another person can release it.",
                _ => "Nobody has acknowledged the alert.",
            });
    }
}
