using Jpos.Domain.Journal;

namespace Jpos.Application.Ports;

/// <summary>The back office's queries of the journal: pages of entries, and sums of an account's points.</summary>
public interface IJournalQueries
{
    /// <summary>Returns the entries of a batch by serial number, without postings.</summary>
    /// <param name="batchId">The batch's id.</param>
    /// <param name="status">Only entries with this status; null for all.</param>
    /// <param name="after">The cursor: the last serial number of the previous page; null for the first page.</param>
    /// <param name="most">The most entries to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<TransactionJournal>> OfBatch(long batchId, EntryStatus? status, SerialNumber? after, int most, CancellationToken cancellation);

    /// <summary>Returns entries without postings.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<TransactionJournal>> List(JournalFilter filter, PageRequest<TransactionJournal> pageRequest, CancellationToken cancellation);

    /// <summary>Returns the movements of an account's points and tickets, the oldest first, with postings and ticket movements.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="from">Only entries at this instant or later, UTC; null for all.</param>
    /// <param name="to">Only entries before this instant, UTC; null for all.</param>
    /// <param name="after">The cursor; null for the first page.</param>
    /// <param name="most">The most entries to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<TransactionJournal>> Movements(long accountId, DateTime? from, DateTime? to, TimeCursor? after, int most, CancellationToken cancellation);

    /// <summary>Returns the points that an account gained after a position in its movements; negative if it lost points.</summary>
    Task<Points> Moved(long accountId, TimeCursor after, CancellationToken cancellation);

    /// <summary>Returns the entries of a period by time and serial number, without postings.</summary>
    /// <param name="from">The beginning of the period, UTC.</param>
    /// <param name="to">The end of the period, exclusive, UTC.</param>
    /// <param name="stores">Only entries of terminals in these stores; empty for all entries.</param>
    /// <param name="terminal">Only entries of this terminal; null for all.</param>
    /// <param name="after">The cursor: at the first instant, only entries with higher serial numbers; null for all.</param>
    /// <param name="most">The most entries to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<TransactionJournal>> Between(DateTime from, DateTime to, IReadOnlyCollection<StoreNumber> stores, TerminalNumber? terminal, SerialNumber? after, int most, CancellationToken cancellation);

    /// <summary>Returns the net points of an account before an instant.</summary>
    Task<Points> MovedBefore(long accountId, DateTime before, CancellationToken cancellation);
}
