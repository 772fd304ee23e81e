using Jpos.Application.Ports;
using Jpos.Domain.Tickets;
using MediatR;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>Adds a kind of ticket.</summary>
public sealed record CreateTicketKind(TicketKindProfile Profile) : Act<TicketKindView>;

public sealed class CreateTicketKindHandler(ITicketKinds kinds, ActSteps steps) : IRequestHandler<CreateTicketKind, Result<TicketKindView>>
{
    public async Task<Result<TicketKindView>> Handle(CreateTicketKind request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        var kind = new TicketKind(request.Profile);
        await kinds.Add(kind, cancellationToken);
        return steps.Made(request, TicketKindView.Subject(kind.Id), TicketKindView.Of(kind));
    }
}
