namespace Jpos.Application.BackOffice.Alerts;

/// <summary>Whoever took an alert does not look into it any more. Anybody who handles alerts may say so: who took it may be away.</summary>
public sealed record ReleaseAlert(long Id) : Command<AlertView>;

public sealed class ReleaseAlertHandler(AlertSteps steps) : IRequestHandler<ReleaseAlert, CommandResult<AlertView>>
{
    public Task<CommandResult<AlertView>> Handle(ReleaseAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, _) => alert.Release(), cancellationToken);
}
