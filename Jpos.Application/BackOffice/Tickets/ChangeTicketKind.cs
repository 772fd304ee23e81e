using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Domain.Tickets;
using MediatR;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>Changes a kind of ticket for what is issued from now on.</summary>
public sealed record ChangeTicketKind(long Id, TicketKindProfile Profile) : Command<TicketKindView>;

public sealed class ChangeTicketKindHandler(ITicketKinds kinds, CommandAudit steps) : IRequestHandler<ChangeTicketKind, CommandResult<TicketKindView>>
{
    public Task<CommandResult<TicketKindView>> Handle(ChangeTicketKind request, CancellationToken cancellationToken) => steps.Change(
        request, () => kinds.Find(request.Id, cancellationToken), TicketKindView.Of, TicketKindView.Subject(request.Id), kind => kind.Change(request.Profile));
}
