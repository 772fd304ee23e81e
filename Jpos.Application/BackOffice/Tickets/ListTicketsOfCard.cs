using System.Globalization;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>Lists a card's tickets by id, used and expired ones too; null if the caller sees no such card.</summary>
public sealed record ListTicketsOfCard(Caller Caller, CardNumber Card, long? After, int Limit) : Query<Page<TicketView>?>;

public sealed class ListTicketsOfCardHandler(ICards cards, ITickets tickets) : IRequestHandler<ListTicketsOfCard, Page<TicketView>?>
{
    public async Task<Page<TicketView>?> Handle(ListTicketsOfCard request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await cards.Find(request.Card, cancellationToken) is { } card
            ? Page.Of(await tickets.List(card.AccountId, request.After, request.Limit + 1, cancellationToken), request.Limit, TicketView.Of, ticket => ticket.Id.ToString(CultureInfo.InvariantCulture))
            : null;
}
