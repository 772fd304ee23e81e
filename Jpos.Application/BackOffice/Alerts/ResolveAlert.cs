namespace Jpos.Application.BackOffice.Alerts;

/// <summary>An alert is dealt with: the caller's own, or one that nobody has taken.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Note">What came of it.</param>
public sealed record ResolveAlert(long Id, string Note) : Command<AlertView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("note", Note)];
}

public sealed class ResolveAlertHandler(AlertSteps steps) : IRequestHandler<ResolveAlert, CommandResult<AlertView>>
{
    public Task<CommandResult<AlertView>> Handle(ResolveAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, now) => alert.Resolve(request.Caller.Name, request.Note, now), cancellationToken);
}
