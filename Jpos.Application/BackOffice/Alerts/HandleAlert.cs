using Jpos.Application.Ports;
using Jpos.Domain.Alerts;
using MediatR;

namespace Jpos.Application.BackOffice.Alerts;

/// <summary>The caller looks into an alert from now on. Of two who want it at once, one gets it.</summary>
public sealed record TakeAlert(long Id) : Act<AlertView>;

public sealed class TakeAlertHandler(AlertSteps steps) : IRequestHandler<TakeAlert, Result<AlertView>>
{
    public Task<Result<AlertView>> Handle(TakeAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, now) => alert.Take(request.Caller.Name, now), cancellationToken);
}

/// <summary>Whoever took an alert does not look into it any more. Anybody who handles alerts may say so: who took it may be away.</summary>
public sealed record ReleaseAlert(long Id) : Act<AlertView>;

public sealed class ReleaseAlertHandler(AlertSteps steps) : IRequestHandler<ReleaseAlert, Result<AlertView>>
{
    public Task<Result<AlertView>> Handle(ReleaseAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, _) => alert.Release(), cancellationToken);
}

/// <summary>An alert is dealt with: the caller's own, or one that nobody has taken.</summary>
/// <param name="Id">The alert.</param>
/// <param name="Note">What came of it.</param>
public sealed record ResolveAlert(long Id, string Note) : Act<AlertView>
{
    public override IReadOnlyList<WrittenText> Texts => [new("note", Note)];
}

public sealed class ResolveAlertHandler(AlertSteps steps) : IRequestHandler<ResolveAlert, Result<AlertView>>
{
    public Task<Result<AlertView>> Handle(ResolveAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, now) => alert.Resolve(request.Caller.Name, request.Note, now), cancellationToken);
}

/// <summary>What all changes of an alert have in common. No lock is needed: no message reads an alert's state, and its version tells two who change it apart.</summary>
public sealed class AlertSteps(IAlerts alerts, ActSteps steps)
{
    /// <param name="act">The act.</param>
    /// <param name="id">The alert.</param>
    /// <param name="change">Changes it, at an instant, and says whether it did.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Result<AlertView>> Change(Act<AlertView> act, long id, Func<Alert, DateTime, bool> change, CancellationToken cancellation)
    {
        if (await alerts.Find(id, cancellation) is not { } alert || !AlertView.IsSeenBy(act.Caller, alert))
        {
            return ActSteps.Missing;
        }

        var before = AlertView.Of(alert);
        return change(alert, steps.Now.Utc)
            ? steps.Changed(act, AlertView.Subject(id), before, AlertView.Of(alert))
            : new Problem(Failure.Conflict, alert.State switch
            {
                AlertState.Resolved => $"{alert.Who} has resolved it.",
                AlertState.Taken => $"{alert.Who} has taken it.",
                _ => "Nobody has taken it.",
            });
    }
}
