using Jpos.Domain.Journal;

namespace Jpos.Application.Ports;

/// <summary>The journal as messages and jobs need it. What the back office reads is in <see cref="IJournalQueries"/>.</summary>
public interface ITransactionJournal
{
    /// <summary>What was recorded under a batch's trace number: the message itself, and its reversal or tombstone; with their batches, without their postings.</summary>
    Task<(TransactionJournal? Original, TransactionJournal? Reversal)> FindKey(long batchId, TraceNumber trace, CancellationToken cancellation);

    /// <summary>The transaction with a serial number, with its batch, without its postings.</summary>
    Task<TransactionJournal?> Find(SerialNumber serial, CancellationToken cancellation);

    /// <summary>A transaction and everything that came of it, with their batches, postings and ticket movements.</summary>
    Task<TransactionFamily> Family(SerialNumber root, CancellationToken cancellation);

    /// <summary>What expiry runs took from lots, less what was given back to them; lots that they took nothing from are left out.</summary>
    Task<IReadOnlyDictionary<long, Points>> Expired(IEnumerable<long> lotIds, CancellationToken cancellation);

    /// <summary>How many consumes of a card stand that were made on a business day.</summary>
    Task<int> CountConsumes(long cardId, DateOnly businessDay, CancellationToken cancellation);

    void Add(TransactionJournal entry);
}
