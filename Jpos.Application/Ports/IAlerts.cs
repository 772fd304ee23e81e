using Jpos.Domain.Alerts;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Ports;

public interface IAlerts
{
    /// <summary>Calls the back office, unless it was called for the same reason about the same transaction before.</summary>
    Task Raise(AlertKind kind, SerialNumber about, DateTime at, CancellationToken cancellation);
}
