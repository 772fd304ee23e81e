using System.Globalization;
using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Tickets;
using MediatR;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>One kind of ticket; null if there is none that the caller sees.</summary>
public sealed record LookAtTicketKind(Caller Caller, long Id) : IRequest<TicketKindView?>;

public sealed class LookAtTicketKindHandler(ITicketKinds kinds) : IRequestHandler<LookAtTicketKind, TicketKindView?>
{
    public async Task<TicketKindView?> Handle(LookAtTicketKind request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await kinds.Find(request.Id, cancellationToken) is { } kind ? TicketKindView.Of(kind) : null;
}

/// <summary>The kinds of tickets, sorted by id. They are of no store: who is of some sees none of them.</summary>
public sealed record ListTicketKinds(Caller Caller, long? After, int Limit) : IRequest<Page<TicketKindView>>;

public sealed class ListTicketKindsHandler(ITicketKinds kinds) : IRequestHandler<ListTicketKinds, Page<TicketKindView>>
{
    public async Task<Page<TicketKindView>> Handle(ListTicketKinds request, CancellationToken cancellationToken) => request.Caller.IsOfSomeStores
        ? new Page<TicketKindView>([], null)
        : Page.Of(await kinds.List(request.After, request.Limit + 1, cancellationToken), request.Limit, TicketKindView.Of, kind => kind.Id.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Pieces of a ticket that a card holds, or held.</summary>
/// <param name="Id">Its id, as on the wire.</param>
/// <param name="Kind">The id of its kind; null for one that came from elsewhere.</param>
/// <param name="Type">What terminals take it for.</param>
/// <param name="Name">Its name, as it was when it was issued.</param>
/// <param name="Face">What one piece is worth, in yuan.</param>
/// <param name="Issued">How many pieces the card was given.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="ValidThrough">The last day on which a piece can be used.</param>
public sealed record TicketView(long Id, long? Kind, TicketType Type, string Name, decimal Face, int Issued, int Remaining, DateOnly ValidThrough)
{
    public static TicketView Of(Ticket ticket) =>
        new(ticket.Id, ticket.KindId, ticket.Type, ticket.Name, ticket.Face.ToDecimal(), ticket.Issued, ticket.Remaining, ticket.ValidThrough);
}

/// <summary>All of a card's tickets, used up and expired ones too, sorted by id; null if there is no such card that the caller sees.</summary>
public sealed record ListTicketsOfCard(Caller Caller, CardNumber Card, long? After, int Limit) : IRequest<Page<TicketView>?>;

public sealed class ListTicketsOfCardHandler(ICards cards, ITickets tickets) : IRequestHandler<ListTicketsOfCard, Page<TicketView>?>
{
    public async Task<Page<TicketView>?> Handle(ListTicketsOfCard request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await cards.Find(request.Card, cancellationToken) is { } card
            ? Page.Of(await tickets.List(card.Id, request.After, request.Limit + 1, cancellationToken), request.Limit, TicketView.Of, ticket => ticket.Id.ToString(CultureInfo.InvariantCulture))
            : null;
}
