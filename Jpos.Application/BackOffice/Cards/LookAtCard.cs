using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>One card; null if there is none that the caller sees.</summary>
public sealed record LookAtCard(Caller Caller, CardNumber Number) : Look<CardView?>;

public sealed class LookAtCardHandler(ICards cards, IPointAccounts accounts, ProgrammeClock clock) : IRequestHandler<LookAtCard, CardView?>
{
    public async Task<CardView?> Handle(LookAtCard request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await cards.Find(request.Number, cancellationToken) is { } card
            ? CardView.Of(card, await accounts.OfCard(card.Id, cancellationToken), clock.Now)
            : null;
}
