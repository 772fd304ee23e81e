using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>One kind of ticket; null if there is none that the caller sees.</summary>
public sealed record GetTicketKind(Caller Caller, long Id) : Query<TicketKindView?>;

public sealed class GetTicketKindHandler(ITicketKinds kinds) : IRequestHandler<GetTicketKind, TicketKindView?>
{
    public async Task<TicketKindView?> Handle(GetTicketKind request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await kinds.Find(request.Id, cancellationToken) is { } kind ? TicketKindView.Of(kind) : null;
}
