using Jpos.Domain.Tickets;

namespace Jpos.Application.Ports;

public interface ITicketKinds : IResources<TicketKind>
{
    /// <summary>Those that have one of some ids, or one of some names; of a name there may be several. An engine may find names that are written a little differently.</summary>
    Task<IReadOnlyList<TicketKind>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation);
}
