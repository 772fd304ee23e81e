using System.Globalization;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>All of a card's tickets, used up and expired ones too, sorted by id; null if there is no such card that the caller sees.</summary>
public sealed record ListTicketsOfCard(Caller Caller, CardNumber Card, long? After, int Limit) : Query<Page<TicketView>?>;

public sealed class ListTicketsOfCardHandler(ICards cards, ITickets tickets) : IRequestHandler<ListTicketsOfCard, Page<TicketView>?>
{
    public async Task<Page<TicketView>?> Handle(ListTicketsOfCard request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await cards.Find(request.Card, cancellationToken) is { } card
            ? Page.Of(await tickets.List(card.Id, request.After, request.Limit + 1, cancellationToken), request.Limit, TicketView.Of, ticket => ticket.Id.ToString(CultureInfo.InvariantCulture))
            : null;
}
