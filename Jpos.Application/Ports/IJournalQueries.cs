using Jpos.Domain.Journal;

namespace Jpos.Application.Ports;

/// <summary>What the back office reads of the journal: pages of entries, and sums of what a card gained.</summary>
public interface IJournalQueries
{
    /// <summary>What is recorded of a batch, by serial number, with the batch, without postings.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="status">Only entries of this status; null for all.</param>
    /// <param name="after">Those with higher serial numbers; null for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<TransactionJournal>> OfBatch(long batchId, EntryStatus? status, SerialNumber? after, int most, CancellationToken cancellation);

    /// <summary>Records with their batches, without postings.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="pageRequest">Which part of the list.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<TransactionJournal>> List(JournalFilter filter, PageRequest<TransactionJournal> pageRequest, CancellationToken cancellation);

    /// <summary>What moved a card's points or tickets, the oldest first, with batches, postings and ticket movements.</summary>
    /// <param name="cardId">The card.</param>
    /// <param name="from">Not before this instant, UTC; null for from the beginning.</param>
    /// <param name="to">Before this instant, UTC; null for up to now.</param>
    /// <param name="after">Where the list goes on; null for its beginning.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<TransactionJournal>> Movements(long cardId, DateTime? from, DateTime? to, TimeCursor? after, int most, CancellationToken cancellation);

    /// <summary>What a card's points gained after some place in its movements; below zero, lost.</summary>
    Task<Points> Moved(long cardId, TimeCursor after, CancellationToken cancellation);

    /// <summary>What is recorded of some time, by time and serial number, with the batch, without postings.</summary>
    /// <param name="from">From this moment on, UTC.</param>
    /// <param name="to">Up to this moment, which is not in it, UTC.</param>
    /// <param name="stores">Only what terminals sent in these stores; none for all.</param>
    /// <param name="terminal">Only what this terminal sent; null for all.</param>
    /// <param name="after">Of the first moment, those with higher serial numbers; null for all.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<TransactionJournal>> Between(DateTime from, DateTime to, IReadOnlyCollection<StoreNumber> stores, TerminalNumber? terminal, SerialNumber? after, int most, CancellationToken cancellation);

    /// <summary>The points that came to a card before a moment, less those that went.</summary>
    Task<Points> MovedBefore(long cardId, DateTime before, CancellationToken cancellation);
}
