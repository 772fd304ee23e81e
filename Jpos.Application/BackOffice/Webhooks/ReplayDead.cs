using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Has all that is dead sent again whose events were not before a moment.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Since">The moment, UTC.</param>
public sealed record ReplayDead(long Id, DateTime Since) : Act<ReplayView>;

public sealed class ReplayDeadHandler(IWebhooks webhooks, ActSteps steps) : IRequestHandler<ReplayDead, Result<ReplayView>>
{
    public async Task<Result<ReplayView>> Handle(ReplayDead request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await webhooks.Find(request.Id, cancellationToken) is null)
        {
            return ActSteps.Missing;
        }

        var view = new ReplayView(await webhooks.ReplayDead(request.Id, request.Since, steps.Now.Utc, cancellationToken));
        steps.Log(request, WebhookView.Subject(request.Id), null, view);
        return view;
    }
}
