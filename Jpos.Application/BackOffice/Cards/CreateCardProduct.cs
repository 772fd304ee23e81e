using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Adds a card product.</summary>
public sealed record CreateCardProduct(CardProductProfile Profile) : Act<CardProductView>;

public sealed class CreateCardProductHandler(ICardProducts products, ActSteps steps) : IRequestHandler<CreateCardProduct, Result<CardProductView>>
{
    public async Task<Result<CardProductView>> Handle(CreateCardProduct request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        var product = new CardProduct(request.Profile);
        await products.Add(product, cancellationToken);
        return steps.Made(request, CardProductView.Subject(product.Id), CardProductView.Of(product));
    }
}
