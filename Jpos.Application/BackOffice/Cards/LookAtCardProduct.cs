using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>One card product; null if there is none that the caller sees.</summary>
public sealed record LookAtCardProduct(Caller Caller, long Id) : Look<CardProductView?>;

public sealed class LookAtCardProductHandler(ICardProducts products) : IRequestHandler<LookAtCardProduct, CardProductView?>
{
    public async Task<CardProductView?> Handle(LookAtCardProduct request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await products.Find(request.Id, cancellationToken) is { } product ? CardProductView.Of(product) : null;
}
