namespace Jpos.Application.BackOffice.Alerts;

/// <summary>Resolves an alert that the caller acknowledged, or that is open.</summary>
/// <param name="Id">The alert's id.</param>
/// <param name="Note">The result, in words.</param>
public sealed record ResolveAlert(long Id, string Note) : Command<AlertView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("note", Note)];
}

public sealed class ResolveAlertHandler(AlertSteps steps) : IRequestHandler<ResolveAlert, CommandResult<AlertView>>
{
    public Task<CommandResult<AlertView>> Handle(ResolveAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, now) => alert.Resolve(request.Caller.Name, request.Note, now), cancellationToken);
}
