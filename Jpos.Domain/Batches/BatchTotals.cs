using Jpos.Domain.Journal;

namespace Jpos.Domain.Batches;

/// <summary>
/// What a batch comes to, kept as it runs: transactions that are approved and not reversed. The figures are gross: a cancelled consume stays in debit, and its cancel counts in credit (protocol §8).
/// </summary>
public sealed class BatchTotals
{
    /// <summary>Consumes.</summary>
    public int PointDebitCount { get; private set; }

    public Money PointDebitAmount { get; private set; }

    /// <summary>Cancels.</summary>
    public int PointCreditCount { get; private set; }

    public Money PointCreditAmount { get; private set; }

    public int CancelCount { get; private set; }

    internal void Add(TransactionJournal transaction) => Count(transaction, 1);

    internal void Remove(TransactionJournal transaction) => Count(transaction, -1);

    private void Count(TransactionJournal transaction, int times)
    {
        switch (transaction.Operation)
        {
            case Operations.Consume:
                PointDebitCount += times;
                PointDebitAmount += transaction.PointAmount * times;
                break;
            case Operations.Cancel:
                PointCreditCount += times;
                PointCreditAmount += transaction.PointAmount * times;
                CancelCount += times;
                break;
            default:
                throw new InvalidOperationException($"A batch has no totals for {transaction.Operation}.");
        }
    }
}
