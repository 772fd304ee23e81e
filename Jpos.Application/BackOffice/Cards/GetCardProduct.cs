using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>One card product; null if there is none that the caller sees.</summary>
public sealed record GetCardProduct(Caller Caller, long Id) : Query<CardProductView?>;

public sealed class GetCardProductHandler(ICardProducts products) : IRequestHandler<GetCardProduct, CardProductView?>
{
    public async Task<CardProductView?> Handle(GetCardProduct request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await products.Find(request.Id, cancellationToken) is { } product ? CardProductView.Of(product) : null;
}
