using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>
/// Undoes the effective part of a transaction of any kind: points by lot, tickets by piece (<see href="docs/protocol.md#4-points">protocol §4</see>, <see href="docs/protocol.md#6-reversals">§6</see>). All cancels, refunds and reversals use it.
/// </summary>
public sealed class TransactionUndo(ITransactionJournal journal, IPointAccounts accounts, ITickets tickets, IAlerts alerts, INumberSequence numbers, Programme programme)
{
    /// <summary>Reverses a transaction, even to a negative balance, and marks it.</summary>
    public async Task<UndoResult> Reverse(TransactionJournal original, Batch itsBatch, TransactionJournal entry, Moment now, CancellationToken cancellation)
    {
        var family = await journal.Family(original.Root, cancellation);
        var undone = await Undo(family, original, ShortfallPolicy.RecordDebt, entry, now, cancellation);
        entry.ApproveReversal(original, itsBatch, original.Original is { } undoneByIt ? family[undoneByIt] : null);
        entry.DeductRefusedGift(family.RefusedGift(original));
        return undone;
    }

    /// <summary>Cancels a consume and marks it. If the points that it gave are missing, returns 51 and changes nothing.</summary>
    public async Task<UndoResult> Cancel(TransactionJournal consume, TransactionJournal entry, Moment now, CancellationToken cancellation)
    {
        var family = await journal.Family(consume.Root, cancellation);
        var undone = await Undo(family, consume, ShortfallPolicy.Decline, entry, now, cancellation);
        if (undone.Decline is null)
        {
            entry.ApproveCancel(consume);
            entry.DeductRefusedGift(family.RefusedGift(consume));
        }

        return undone;
    }

    /// <summary>Refunds a consume and marks it. The spent part of its gift stays with the member, or becomes a debt where the programme allows it.</summary>
    public async Task<UndoResult> Refund(TransactionJournal consume, TransactionJournal entry, Moment now, CancellationToken cancellation)
    {
        var shortfallPolicy = programme.Rules.RefundMayLeaveDebt ? ShortfallPolicy.RecordDebt : ShortfallPolicy.Waive;
        var family = await journal.Family(consume.Root, cancellation);
        var undone = await Undo(family, consume, shortfallPolicy, entry, now, cancellation);
        if (undone.Decline is null)
        {
            entry.ApproveRefund(consume, consume.Awarded - family.RefusedGift(consume) - undone.Waived);
        }

        return undone;
    }

    /// <summary>Cancels a refund, so that its consume is effective again. If points or vouchers that it gave back are missing, returns 51 and changes nothing.</summary>
    public async Task<UndoResult> CancelRefund(TransactionJournal refund, TransactionJournal entry, Moment now, CancellationToken cancellation)
    {
        var family = await journal.Family(refund.Root, cancellation);
        var undone = await Undo(family, refund, ShortfallPolicy.DeclineWithoutCredit, entry, now, cancellation);
        if (undone.Decline is null)
        {
            entry.ApproveRefundCancel(refund, family[refund.Original!]);
        }

        return undone;
    }

    /// <summary>Returns whether a transaction belongs to the account of a card, through any of its cards; null if there is no transaction.</summary>
    public async Task<bool?> IsOf(TransactionJournal? transaction, Card? card, CancellationToken cancellation) =>
        transaction is null ? null : card is not null && await accounts.IsOf(transaction.AccountId, card, cancellation);

    private async Task<UndoResult> Undo(
        TransactionFamily family, TransactionJournal transaction, ShortfallPolicy shortfallPolicy, TransactionJournal entry, Moment now, CancellationToken cancellation)
    {
        var moved = family.EffectivePoints(transaction);
        var pieces = family.EffectiveTickets(transaction);
        var account = await accounts.Current(transaction.AccountId, moved.Given.Select(part => part.Amount).Sum(), cancellation);
        entry.AttachAccount(account);
        var (points, successors) = await accounts.Load(account, moved, cancellation);
        var held = await tickets.OfAccount(account.Id, pieces.Keys, cancellation);
        if (shortfallPolicy is not ShortfallPolicy.RecordDebt && held.Any(ticket => pieces[ticket.Id] > ticket.Remaining))
        {
            return new UndoResult(account, Points.Zero, new Decline(ResponseCode.InsufficientFunds, "A voucher that must be taken back is already used."));
        }

        // Only the reversal of a cancel takes spent points again, and they may have expired in the meantime.
        if (shortfallPolicy is ShortfallPolicy.RecordDebt && points.Given.Any(part => part.Programme is ProgrammeAccount.Redeemed))
        {
            await Unexpire(account, points, successors, now, cancellation);
        }

        var (before, isGiftSpent) = (account.Balance, entry.IsReversal && transaction.Operation is Operations.Consume && account.LacksGift(points));
        if (account.Undo(points, shortfallPolicy, now, entry, numbers, out var left) is { } decline)
        {
            return new UndoResult(account, left, decline);
        }

        if (held.Sum(ticket => ticket.Undo(pieces[ticket.Id], entry)) > 0)
        {
            await alerts.Raise(AlertKind.VoucherGone, transaction, now.Utc, cancellation);
        }

        if (isGiftSpent || (account.Balance < Points.Zero && account.Balance < before))
        {
            // The alert is about the undo and not its original, because a consume that is refunded twice may leave two debts.
            await alerts.Raise(AlertKind.Debt, entry, now.Utc, cancellation);
        }

        return new UndoResult(account, left, null);
    }

    private async Task Unexpire(PointAccount account, PointEffect points, IReadOnlyDictionary<long, long> successors, Moment now, CancellationToken cancellation)
    {
        // Points may have expired before their account was merged.
        var expired = (await journal.Expired([.. points.LotIds.Union(successors.Keys)], cancellation))
            .GroupBy(lot => successors.GetValueOrDefault(lot.Key, lot.Key), lot => lot.Value).ToDictionary(lot => lot.Key, lot => lot.Sum());
        if (expired.Count > 0)
        {
            var correction = TransactionJournal.BeginExpiry(SerialNumber.Of(numbers.Next()), account, now);
            account.RestoreExpired(points, expired, correction);
            if (correction.Postings.Count > 0)
            {
                journal.Add(correction);
            }
        }
    }
}
