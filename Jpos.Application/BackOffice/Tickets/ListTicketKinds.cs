using System.Globalization;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>The kinds of tickets, sorted by id. They are of no store: who is of some sees none of them.</summary>
public sealed record ListTicketKinds(Caller Caller, long? After, int Limit) : Query<Page<TicketKindView>>;

public sealed class ListTicketKindsHandler(ITicketKinds kinds) : IRequestHandler<ListTicketKinds, Page<TicketKindView>>
{
    public async Task<Page<TicketKindView>> Handle(ListTicketKinds request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<TicketKindView>([], null)
        : Page.Of(await kinds.List(request.After, request.Limit + 1, cancellationToken), request.Limit, TicketKindView.Of, kind => kind.Id.ToString(CultureInfo.InvariantCulture));
}
