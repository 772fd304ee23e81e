using Jpos.Application.Time;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Returns one card; null if the caller sees none with this number.</summary>
public sealed record GetCard(Caller Caller, CardNumber Number) : Query<CardView?>;

public sealed class GetCardHandler(ICards cards, IPointAccounts accounts, ProgrammeClock clock) : IRequestHandler<GetCard, CardView?>
{
    public async Task<CardView?> Handle(GetCard request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await cards.Find(request.Number, cancellationToken) is { } card
            ? CardView.Of(card, await accounts.Find(card.AccountId, cancellationToken), clock.Now)
            : null;
}
