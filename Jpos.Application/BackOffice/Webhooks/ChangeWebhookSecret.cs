namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Gives a subscription a new secret, which is returned once. The former secret signs too for a day; until then a further rotation is refused.</summary>
public sealed record ChangeWebhookSecret(long Id) : Command<WebhookView>
{
    public override bool ReturnsSecret => true;
}

public sealed class ChangeWebhookSecretHandler(WebhookSteps webhooks, IWebhookEndpoints receivers, CommandAudit steps) : IRequestHandler<ChangeWebhookSecret, CommandResult<WebhookView>>
{
    public Task<CommandResult<WebhookView>> Handle(ChangeWebhookSecret request, CancellationToken cancellationToken) => webhooks.Change(request, request.Id, subscription =>
    {
        if (subscription.IsChangingOver(steps.Now.Utc))
        {
            return new Problem(FailureKind.Conflict, "The previous secret is valid until previousSecretUntil. Change the secret after that time, or create a new webhook.");
        }

        var (secret, wrapped) = receivers.MakeSecret(subscription.Id);
        subscription.ChangeSecret(wrapped, steps.Now.Utc);
        return WebhookView.Of(subscription) with { Secret = secret };
    }, cancellationToken);
}
