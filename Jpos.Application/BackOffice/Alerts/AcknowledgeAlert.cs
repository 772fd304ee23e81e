namespace Jpos.Application.BackOffice.Alerts;

/// <summary>The caller looks into an alert from now on. Of two who want it at once, one gets it.</summary>
public sealed record AcknowledgeAlert(long Id) : Command<AlertView>;

public sealed class AcknowledgeAlertHandler(AlertSteps steps) : IRequestHandler<AcknowledgeAlert, CommandResult<AlertView>>
{
    public Task<CommandResult<AlertView>> Handle(AcknowledgeAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, now) => alert.Acknowledge(request.Caller.Name, now), cancellationToken);
}
