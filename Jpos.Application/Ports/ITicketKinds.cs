using Jpos.Domain.Tickets;

namespace Jpos.Application.Ports;

public interface ITicketKinds : IResources<TicketKind>
{
    /// <summary>Returns the kinds with some ids or names. A name may match several. An engine may also match names with a slightly different spelling.</summary>
    Task<IReadOnlyList<TicketKind>> Find(IReadOnlyCollection<long> ids, IReadOnlyCollection<string> names, CancellationToken cancellation);
}
