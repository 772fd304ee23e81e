using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Terminals;

namespace Jpos.Application.Ports;

public interface IAlerts
{
    /// <summary>Calls the back office, unless it was called for the same reason about the same transaction before.</summary>
    /// <param name="kind">The reason.</param>
    /// <param name="about">The transaction, with its batch.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Gives up.</param>
    Task Raise(AlertKind kind, TransactionJournal about, DateTime at, CancellationToken cancellation);

    /// <summary>Calls the back office about a terminal, unless it was called for the same reason within the last hour and that alert is not resolved yet.</summary>
    Task Raise(AlertKind kind, Terminal terminal, DateTime at, CancellationToken cancellation);

    /// <summary>Calls the back office about the whole host, unless it was called for the same reason within the last hour and that alert is not resolved yet.</summary>
    Task Raise(AlertKind kind, DateTime at, CancellationToken cancellation);

    /// <summary>Calls the back office about a batch that is being settled, which happens once.</summary>
    void Raise(AlertKind kind, Batch batch, DateTime at);

    Task<Alert?> Find(long id, CancellationToken cancellation);

    /// <summary>Alerts in a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="kind">Only those of this kind; null for all.</param>
    /// <param name="stores">Only those of these stores; none for all, those of no store too.</param>
    /// <param name="pageRequest">Which part of the list.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Alert>> List(AlertState state, AlertKind? kind, IReadOnlyCollection<StoreNumber> stores, PageRequest<Alert> pageRequest, CancellationToken cancellation);
}
