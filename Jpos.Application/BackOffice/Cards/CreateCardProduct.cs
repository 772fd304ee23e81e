using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Adds a card product.</summary>
public sealed record CreateCardProduct(CardProductProfile Profile) : Command<CardProductView>;

public sealed class CreateCardProductHandler(ICardProducts products, CommandAudit steps) : IRequestHandler<CreateCardProduct, CommandResult<CardProductView>>
{
    public async Task<CommandResult<CardProductView>> Handle(CreateCardProduct request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        var product = new CardProduct(request.Profile);
        await products.Add(product, cancellationToken);
        return steps.RecordCreated(request, CardProductView.Subject(product.Id), CardProductView.Of(product));
    }
}
