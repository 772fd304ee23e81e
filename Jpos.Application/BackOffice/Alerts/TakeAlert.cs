using MediatR;

namespace Jpos.Application.BackOffice.Alerts;

/// <summary>The caller looks into an alert from now on. Of two who want it at once, one gets it.</summary>
public sealed record TakeAlert(long Id) : Act<AlertView>;

public sealed class TakeAlertHandler(AlertSteps steps) : IRequestHandler<TakeAlert, Result<AlertView>>
{
    public Task<Result<AlertView>> Handle(TakeAlert request, CancellationToken cancellationToken) =>
        steps.Change(request, request.Id, (alert, now) => alert.Take(request.Caller.Name, now), cancellationToken);
}
