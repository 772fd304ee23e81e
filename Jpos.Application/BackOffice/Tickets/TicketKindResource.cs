using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>The resource of ticket kinds. A change applies to tickets that are issued afterwards.</summary>
public sealed class TicketKindResource(IResources<TicketKind> kinds, CommandAudit audit) : ListedResource<TicketKind, TicketKindProfile, TicketKindView>(kinds, audit)
{
    protected override TicketKind Create(TicketKindProfile profile) => new(profile);

    protected override void Change(TicketKind row, TicketKindProfile profile) => row.Change(profile);

    protected override TicketKindView View(TicketKind row) => TicketKindView.Of(row);
}
