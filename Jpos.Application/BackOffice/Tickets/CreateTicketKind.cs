using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Domain.Tickets;
using MediatR;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>Adds a kind of ticket.</summary>
public sealed record CreateTicketKind(TicketKindProfile Profile) : Command<TicketKindView>;

public sealed class CreateTicketKindHandler(ITicketKinds kinds, CommandAudit steps) : IRequestHandler<CreateTicketKind, CommandResult<TicketKindView>>
{
    public async Task<CommandResult<TicketKindView>> Handle(CreateTicketKind request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        var kind = new TicketKind(request.Profile);
        await kinds.Add(kind, cancellationToken);
        return steps.RecordCreated(request, TicketKindView.Subject(kind.Id), TicketKindView.Of(kind));
    }
}
