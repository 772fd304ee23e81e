namespace Jpos.Application.BackOffice.Alerts;

/// <summary>Releases an acknowledged alert. Every caller who handles alerts may do so, because the assignee may be absent.</summary>
public sealed record ReleaseAlert(long Id) : Command<AlertView>;

public sealed class ReleaseAlertHandler(AlertSteps steps) : IRequestHandler<ReleaseAlert, CommandResult<AlertView>>
{
    public Task<CommandResult<AlertView>> Handle(ReleaseAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, _) => alert.Release(), cancellationToken);
}
