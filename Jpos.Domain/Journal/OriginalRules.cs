using Jpos.Domain.Batches;

namespace Jpos.Domain.Journal;

/// <summary>Decides whether a message may undo its original (row 19 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>).</summary>
public static class OriginalRules
{
    /// <summary>Returns the decline of a cancel, or null.</summary>
    /// <param name="consume">The original; null if the terminal has no such consume.</param>
    /// <param name="openBatch">The terminal's open batch.</param>
    public static Decline? RefuseCancel(TransactionJournal? consume, Batch openBatch)
    {
        if (consume is null)
        {
            return new Decline(ResponseCode.OriginalNotFound, "This terminal has no such consume.");
        }

        if (!consume.IsApproved)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The consume was declined.");
        }

        if (consume.BatchId != openBatch.Id)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The batch of the consume is settled. Send a refund instead.");
        }

        return consume.Status is EntryStatus.Posted ? null : new Decline(ResponseCode.OriginalAlreadyUndone, "The consume was already undone.");
    }

    /// <summary>Returns the decline of a refund, or null.</summary>
    /// <param name="consume">The original; null if the store has no such consume.</param>
    /// <param name="today">The store's business day.</param>
    /// <param name="windowDays">The refund window in days.</param>
    public static Decline? RefuseRefund(TransactionJournal? consume, DateOnly today, int windowDays)
    {
        if (consume is null)
        {
            return new Decline(ResponseCode.OriginalNotFound, "This store has no such consume.");
        }

        if (!consume.IsApproved)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The consume was declined.");
        }

        if (consume.Status is not EntryStatus.Posted)
        {
            return new Decline(ResponseCode.OriginalAlreadyUndone, "The consume was already undone.");
        }

        return today > consume.BusinessDay.AddDays(windowDays)
            ? new Decline(ResponseCode.OriginalAlreadyUndone, $"The consume is more than {windowDays} days old.")
            : null;
    }

    /// <summary>Returns the decline of a refund cancel, or null.</summary>
    /// <param name="refund">The original; null if the terminal has no such refund.</param>
    /// <param name="openBatch">The terminal's open batch.</param>
    public static Decline? RefuseRefundCancel(TransactionJournal? refund, Batch openBatch)
    {
        if (refund is null)
        {
            return new Decline(ResponseCode.OriginalNotFound, "This terminal has no such refund.");
        }

        if (!refund.IsApproved)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The refund was declined.");
        }

        if (refund.BatchId != openBatch.Id)
        {
            return new Decline(ResponseCode.OriginalNotEligible, "The batch of the refund is settled.");
        }

        return refund.Status is EntryStatus.Posted ? null : new Decline(ResponseCode.OriginalAlreadyUndone, "The refund was already cancelled.");
    }
}
