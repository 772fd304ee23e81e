using Jpos.Domain.Batches;

namespace Jpos.Domain.Journal;

/// <summary>Row 19 of protocol §2: whether what a message names can be undone by it.</summary>
public static class OriginalRules
{
    /// <summary>For a cancel.</summary>
    /// <param name="consume">What the cancel names; null if that is no consume of its terminal.</param>
    /// <param name="openBatch">The terminal's open batch.</param>
    public static Decline? RefuseCancel(TransactionJournal? consume, Batch openBatch)
    {
        if (consume is null)
        {
            return new Decline(ResponseCode.OriginalNotFound, "There is no such consume of this terminal.");
        }

        if (!consume.IsApproved)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The consume was declined.");
        }

        if (consume.BatchId != openBatch.Id)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The consume's batch is settled; it can be refunded.");
        }

        return consume.Status is EntryStatus.Posted ? null : new Decline(ResponseCode.OriginalAlreadyUndone, "The consume was undone already.");
    }

    /// <summary>For a refund.</summary>
    /// <param name="consume">What the refund names; null if that is no consume of its store.</param>
    /// <param name="today">The store's business day.</param>
    /// <param name="windowDays">How many days a consume can be refunded.</param>
    public static Decline? RefuseRefund(TransactionJournal? consume, DateOnly today, int windowDays)
    {
        if (consume is null)
        {
            return new Decline(ResponseCode.OriginalNotFound, "There is no such consume of this store.");
        }

        if (!consume.IsApproved)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The consume was declined.");
        }

        if (consume.Status is not EntryStatus.Posted)
        {
            return new Decline(ResponseCode.OriginalAlreadyUndone, "The consume was undone already.");
        }

        return today > consume.BusinessDay.AddDays(windowDays)
            ? new Decline(ResponseCode.OriginalAlreadyUndone, $"The consume is more than {windowDays} days old.")
            : null;
    }

    /// <summary>For a refund's cancel.</summary>
    /// <param name="refund">What it names; null if that is no refund of its terminal.</param>
    /// <param name="openBatch">The terminal's open batch.</param>
    public static Decline? RefuseRefundCancel(TransactionJournal? refund, Batch openBatch)
    {
        if (refund is null)
        {
            return new Decline(ResponseCode.OriginalNotFound, "There is no such refund of this terminal.");
        }

        if (!refund.IsApproved)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The refund was declined.");
        }

        if (refund.BatchId != openBatch.Id)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The refund's batch is settled.");
        }

        return refund.Status is EntryStatus.Posted ? null : new Decline(ResponseCode.OriginalAlreadyUndone, "The refund was cancelled already.");
    }
}
