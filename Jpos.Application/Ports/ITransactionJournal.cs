using Jpos.Domain.Journal;

namespace Jpos.Application.Ports;

/// <summary>The journal for messages and jobs. The back office reads it by <see cref="IJournalQueries"/>.</summary>
public interface ITransactionJournal
{
    /// <summary>Returns the entries under a batch's trace number: the message, and its reversal or tombstone. They include no postings.</summary>
    Task<(TransactionJournal? Original, TransactionJournal? Reversal)> FindKey(long batchId, TraceNumber trace, CancellationToken cancellation);

    /// <summary>Returns the entry with a serial number, without its postings.</summary>
    Task<TransactionJournal?> Find(SerialNumber serial, CancellationToken cancellation);

    /// <summary>Returns a transaction family with postings and ticket movements.</summary>
    Task<TransactionFamily> Family(SerialNumber root, CancellationToken cancellation);

    /// <summary>Returns the points that expiry took from lots, less the points given back. Lots without expired points are omitted.</summary>
    Task<IReadOnlyDictionary<long, Points>> Expired(IEnumerable<long> lotIds, CancellationToken cancellation);

    /// <summary>Returns the number of an account's effective consumes on a business day.</summary>
    Task<int> CountConsumes(long accountId, DateOnly businessDay, CancellationToken cancellation);

    void Add(TransactionJournal entry);
}
