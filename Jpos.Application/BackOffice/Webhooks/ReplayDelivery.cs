using System.Globalization;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Webhooks;

/// <summary>Has one delivery sent again, whatever became of it.</summary>
public sealed record ReplayDelivery(long Id, long Number) : Act<DeliveryView>;

public sealed class ReplayDeliveryHandler(IWebhooks webhooks, ActSteps steps) : IRequestHandler<ReplayDelivery, Result<DeliveryView>>
{
    public async Task<Result<DeliveryView>> Handle(ReplayDelivery request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await webhooks.Find(request.Id, cancellationToken) is null || await webhooks.FindDelivery(request.Id, request.Number, cancellationToken) is not { } delivery)
        {
            return ActSteps.Missing;
        }

        var before = DeliveryView.Of(delivery);
        delivery.Replay(steps.Now.Utc);
        return steps.Changed(
            request, string.Create(CultureInfo.InvariantCulture, $"{WebhookView.Subject(request.Id)}/deliveries/{request.Number}"), before, DeliveryView.Of(delivery));
    }
}
