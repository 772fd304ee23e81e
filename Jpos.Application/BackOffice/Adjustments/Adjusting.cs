using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Adjustments;

/// <summary>Moves the points of an adjustment.</summary>
public sealed class Adjusting(IPointAccounts accounts, ITransactionJournal journal, INumberSequence numbers, Programme programme)
{
    public static readonly Problem Closed = new(FailureKind.Conflict, "The card is closed.");

    /// <returns>The problem; null on success.</returns>
    public async Task<Problem?> Move(PointAdjustment adjustment, Card card, Moment now, CancellationToken cancellation)
    {
        var account = await accounts.Find(card.AccountId, adjustment.Points < Points.Zero ? adjustment.Points.Abs() : Points.Zero, cancellation);
        var entry = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, now.Utc, now.Today);
        journal.Add(entry);
        if (adjustment.Points > Points.Zero)
        {
            var expiresOn = adjustment.ExpiresOn ?? programme.GiftExpiry(now.Today);
            await accounts.LoadDay(account, expiresOn, cancellation);
            account.Add(adjustment.Points, expiresOn, ProgrammeAccount.Adjustment, entry, numbers, now.Today);
        }
        else if (account.Withdraw(adjustment.Points.Abs(), now, entry) is not null)
        {
            return new Problem(FailureKind.Conflict, "The card does not have enough available points.", "points");
        }

        adjustment.MarkApplied(entry.Serial);
        return null;
    }
}
