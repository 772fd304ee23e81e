namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Redelivers all dead-lettered deliveries since a given time.</summary>
/// <param name="Id">The subscription's id.</param>
/// <param name="Since">The earliest time of their events, UTC.</param>
public sealed record RedeliverDeadLetters(long Id, DateTime Since) : Command<RedeliveryView>;

public sealed class RedeliverDeadLettersHandler(IWebhooks webhooks, CommandAudit steps) : IRequestHandler<RedeliverDeadLetters, CommandResult<RedeliveryView>>
{
    public async Task<CommandResult<RedeliveryView>> Handle(RedeliverDeadLetters request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await webhooks.Find(request.Id, cancellationToken) is null)
        {
            return CommandAudit.NotFound;
        }

        var view = new RedeliveryView(await webhooks.ReplayDead(request.Id, request.Since, steps.Now.Utc, cancellationToken));
        steps.Log(request, WebhookView.Subject(request.Id), null, view);
        return view;
    }
}
