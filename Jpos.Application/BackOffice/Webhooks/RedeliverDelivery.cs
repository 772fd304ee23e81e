using System.Globalization;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Redelivers one delivery, whatever its state.</summary>
public sealed record RedeliverDelivery(long Id, long Number) : Command<DeliveryView>;

public sealed class RedeliverDeliveryHandler(IWebhooks webhooks, CommandAudit steps) : IRequestHandler<RedeliverDelivery, CommandResult<DeliveryView>>
{
    public async Task<CommandResult<DeliveryView>> Handle(RedeliverDelivery request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await webhooks.Find(request.Id, cancellationToken) is null || await webhooks.FindDelivery(request.Id, request.Number, cancellationToken) is not { } delivery)
        {
            return CommandAudit.NotFound;
        }

        var before = DeliveryView.Of(delivery);
        delivery.Redeliver(steps.Now.Utc);
        return steps.RecordUpdated(
            request, string.Create(CultureInfo.InvariantCulture, $"{WebhookView.Subject(request.Id)}/deliveries/{request.Number}"), before, DeliveryView.Of(delivery));
    }
}
