using System.Globalization;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>The card products, sorted by id. They are of no store: who is of some sees none of them.</summary>
public sealed record ListCardProducts(Caller Caller, long? After, int Limit) : Query<Page<CardProductView>>;

public sealed class ListCardProductsHandler(ICardProducts products) : IRequestHandler<ListCardProducts, Page<CardProductView>>
{
    public async Task<Page<CardProductView>> Handle(ListCardProducts request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<CardProductView>([], null)
        : Page.Of(
            await products.List(request.After, request.Limit + 1, cancellationToken), request.Limit, CardProductView.Of, product => product.Id.ToString(CultureInfo.InvariantCulture));
}
