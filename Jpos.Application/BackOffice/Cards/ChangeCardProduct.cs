using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Cards;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Changes a card product, for all its cards, from the next message on.</summary>
public sealed record ChangeCardProduct(long Id, CardProductProfile Profile) : Command<CardProductView>;

public sealed class ChangeCardProductHandler(ICardProducts products, IAlerts alerts, CommandAudit steps) : IRequestHandler<ChangeCardProduct, CommandResult<CardProductView>>
{
    public async Task<CommandResult<CardProductView>> Handle(ChangeCardProduct request, CancellationToken cancellationToken)
    {
        var due = new List<AlertKind>();
        var result = await steps.Change(request, () => products.Find(request.Id, cancellationToken), CardProductView.Of, CardProductView.Subject(request.Id), Change);
        foreach (var kind in due)
        {
            await alerts.Raise(kind, steps.Now.Utc, cancellationToken);
        }

        return result;

        void Change(CardProduct product)
        {
            due.AddRange(product.AlertsOf(request.Profile));
            product.Change(request.Profile);
        }
    }
}
