namespace Jpos.Application.BackOffice.Alerts;

/// <summary>Acknowledges an alert, with the caller as its assignee. Of two concurrent callers, one succeeds.</summary>
public sealed record AcknowledgeAlert(long Id) : Command<AlertView>;

public sealed class AcknowledgeAlertHandler(AlertSteps steps) : IRequestHandler<AcknowledgeAlert, CommandResult<AlertView>>
{
    public Task<CommandResult<AlertView>> Handle(AcknowledgeAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, now) => alert.Acknowledge(request.Caller.Name, now), cancellationToken);
}
