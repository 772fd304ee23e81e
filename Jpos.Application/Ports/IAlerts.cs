using Jpos.Domain.Alerts;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Ports;

public interface IAlerts
{
    /// <summary>Calls the back office, unless it was called for the same reason about the same transaction before.</summary>
    Task Raise(AlertKind kind, SerialNumber about, DateTime at, CancellationToken cancellation);

    /// <summary>Calls the back office about a terminal, unless it was called for the same reason within the last hour.</summary>
    Task Raise(AlertKind kind, TerminalNumber terminal, DateTime at, CancellationToken cancellation);
}
