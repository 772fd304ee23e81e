using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Terminals;

namespace Jpos.Application.Ports;

public interface IAlerts
{
    /// <summary>Raises an alert about a transaction, unless one of the same kind about it exists.</summary>
    /// <param name="kind">The kind of the alert.</param>
    /// <param name="about">The transaction, with its batch.</param>
    /// <param name="at">The present instant.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task Raise(AlertKind kind, TransactionJournal about, DateTime at, CancellationToken cancellation);

    /// <summary>Raises an alert about a terminal, unless an unresolved one of the same kind was raised within the last hour.</summary>
    Task Raise(AlertKind kind, Terminal terminal, DateTime at, CancellationToken cancellation);

    /// <summary>Raises an alert about the whole host, unless an unresolved one of the same kind was raised within the last hour.</summary>
    Task Raise(AlertKind kind, DateTime at, CancellationToken cancellation);

    /// <summary>Raises an alert about a batch in its settlement, which happens once.</summary>
    void Raise(AlertKind kind, Batch batch, DateTime at);

    Task<Alert?> Find(long id, CancellationToken cancellation);

    /// <summary>Returns the alerts in a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="kind">Only alerts of this kind; null for all.</param>
    /// <param name="stores">Only alerts of these stores; empty for all, including alerts without a store.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Alert>> List(AlertState state, AlertKind? kind, IReadOnlyCollection<StoreNumber> stores, PageRequest<Alert> pageRequest, CancellationToken cancellation);
}
