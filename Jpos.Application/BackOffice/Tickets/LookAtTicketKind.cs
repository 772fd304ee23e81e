using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>One kind of ticket; null if there is none that the caller sees.</summary>
public sealed record LookAtTicketKind(Caller Caller, long Id) : Look<TicketKindView?>;

public sealed class LookAtTicketKindHandler(ITicketKinds kinds) : IRequestHandler<LookAtTicketKind, TicketKindView?>
{
    public async Task<TicketKindView?> Handle(LookAtTicketKind request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await kinds.Find(request.Id, cancellationToken) is { } kind ? TicketKindView.Of(kind) : null;
}
