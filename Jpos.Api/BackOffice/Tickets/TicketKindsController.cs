using Jpos.Application.BackOffice.Tickets;
using Jpos.Domain.Tickets;

namespace Jpos.Api.BackOffice.Tickets;

/// <summary>Ticket kinds and the issue of tickets.</summary>
/// <Change>Changes a ticket kind for tickets issued from now on. Omitted fields get their defaults.</Change>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "ticket-kinds")]
[ResourcePermissions(Permission.ReadCards, Permission.ManageCardProducts)]
public sealed class TicketKindsController(IMediator mediator, IViewSerializer viewSerializer) : ResourceController<TicketKindInput, TicketKindProfile, TicketKindView>(mediator, viewSerializer)
{
    /// <summary>Issues tickets of this kind to cards. Either all cards get tickets or none.</summary>
    [HttpPost("{id:long}/issues")]
    [Requires(Permission.IssueTickets)]
    public async Task<ActionResult<TicketIssueView>> Issue(long id, TicketIssueInput input, CancellationToken cancellation)
    {
        var cards = input.ReadCards(Fields);
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new IssueTickets(id, cards, input.Pieces ?? 1, input.ValidThrough, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
