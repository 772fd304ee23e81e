using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Accounts;

/// <summary>Giving back and taking back (protocol §4, §6).</summary>
internal sealed class UndoingPointsTests
{
    private readonly Counter numbers = new();

    [Test]
    public void Points_go_back_to_the_very_lots_with_their_old_dates()
    {
        var account = Given.Account(numbers, (30m, Given.NextYear), (20m, Given.Today.AddDays(30)));
        var spent = Spend(account, 25m);
        var dates = account.Lots.Select(lot => lot.ExpiresOn).ToArray();

        var decline = Undo(account, spent, mayOwe: false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((decline, account.Balance), Is.EqualTo(((Decline?)null, Points.Of(50m))));
            Assert.That(account.Remaining(), Is.EqualTo("30 20"));
            Assert.That(account.Lots.Select(lot => lot.ExpiresOn), Is.EqualTo(dates));
        }
    }

    [Test]
    public void Points_go_back_to_a_lot_that_expired_meanwhile()
    {
        var account = Given.Account(numbers, (20m, Given.Today));
        var spent = Spend(account, 15m);

        Undo(account, spent, mayOwe: false, days: 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(account.Remaining(), Is.EqualTo("20"));
            Assert.That((account.Balance, account.Available(Given.Later(1))), Is.EqualTo((Points.Of(20m), Points.Zero)));
        }
    }

    [Test]
    public void Undoing_posts_the_opposite_between_the_same_accounts()
    {
        var account = Given.Account(numbers, (30m, Given.NextYear));
        var original = Given.Entry(numbers);
        account.Redeem(Points.Of(10m), Given.Now, original);
        Gift(account, original, 2m);
        var undoing = Given.Entry(numbers);

        account.Undo(original.Effect(), true, Given.Now, undoing, numbers);

        Assert.That(
            undoing.Postings.Select(posting => (posting.LotId, posting.Programme, -posting.Amount)),
            Is.EquivalentTo(original.Postings.Select(posting => (posting.LotId, posting.Programme, posting.Amount))));
    }

    [Test]
    public void A_clawback_takes_the_gifts_own_lot_first()
    {
        var account = Given.Account(numbers, (10m, Given.Today));
        var gift = Gift(account, Given.Entry(numbers), 3m);

        Undo(account, gift, mayOwe: false);

        Assert.That(account.Remaining(), Is.EqualTo("10 0"));
    }

    [Test]
    public void A_clawback_takes_a_gift_that_is_pending_or_expired()
    {
        var batch = Given.Batch(numbers);
        var account = Given.Account(numbers, (10m, Given.NextYear));
        var pending = Gift(account, Given.Entry(numbers), 3m, batch);
        var expired = Gift(account, Given.Entry(numbers), 2m, expiresOn: Given.Today.AddDays(-1));

        Undo(account, pending, mayOwe: false);
        Undo(account, expired, mayOwe: false);

        Assert.That(account.Remaining(), Is.EqualTo("10 0 0"));
    }

    [Test]
    public void A_clawback_then_takes_the_lot_that_expires_first()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear.AddYears(3)), (4m, Given.NextYear));
        var gift = Gift(account, Given.Entry(numbers), 6m, expiresOn: Given.Today);
        Spend(account, 5m);

        var decline = Undo(account, gift, mayOwe: false);

        Assert.That((decline, account.Remaining()), Is.EqualTo(((Decline?)null, "9 0 0")));
    }

    [Test]
    public void Without_leave_to_owe_a_spent_gift_is_51_and_nothing_changes()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear));
        var original = Given.Entry(numbers);
        account.Redeem(Points.Of(2m), Given.Now, original);
        Gift(account, original, 6m, expiresOn: Given.Today);
        Spend(account, 13m);
        var undoing = Given.Entry(numbers);

        var decline = account.Undo(original.Effect(), false, Given.Now, undoing, numbers);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decline?.Code, Is.EqualTo(ResponseCode.InsufficientFunds));
            Assert.That((account.Balance, undoing.Postings.Count), Is.EqualTo((Points.Of(1m), 0)));
            Assert.That(account.Remaining(), Is.EqualTo("1 0"));
        }
    }

    [Test]
    public void Pending_points_do_not_pay_for_a_clawback_and_expired_ones_do_not_either()
    {
        var account = Given.Account(numbers, (4m, Given.Today.AddDays(-1)));
        var gift = Gift(account, Given.Entry(numbers), 3m);
        Spend(account, 3m);
        Gift(account, Given.Entry(numbers), 5m, Given.Batch(numbers));

        var decline = Undo(account, gift, mayOwe: false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decline?.Code, Is.EqualTo(ResponseCode.InsufficientFunds));
            Assert.That(account.Remaining(), Is.EqualTo("4 0 5"));
        }
    }

    [Test]
    public void With_leave_to_owe_a_spent_gift_becomes_a_debt()
    {
        var account = Given.Account(numbers);
        var gift = Gift(account, Given.Entry(numbers), 6m);
        Spend(account, 5m);

        var decline = Undo(account, gift, mayOwe: true);

        var debt = account.Lots.Single(lot => lot.Kind is LotKind.Debt);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((decline, account.Balance, account.Available(Given.Now)), Is.EqualTo(((Decline?)null, Points.Of(-5m), Points.Of(-5m))));
            Assert.That((debt.Remaining, debt.ExpiresOn, debt.BatchId, debt.Store), Is.EqualTo((Points.Of(-5m), LotKey.Never, 0L, Given.StoreNumber)));
        }
    }

    [Test]
    public void A_debt_lowers_what_is_available()
    {
        var account = InDebt(5m);
        Gift(account, Given.Entry(numbers), 8m);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(account.Available(Given.Now), Is.EqualTo(Points.Of(3m)));
            Assert.That(account.Redeem(Points.Of(3.01m), Given.Now, Given.Entry(numbers))?.Code, Is.EqualTo(ResponseCode.InsufficientFunds));
            Assert.That(account.Redeem(Points.Of(3m), Given.Now, Given.Entry(numbers)), Is.Null);
            Assert.That((account.Balance, account.Available(Given.Now)), Is.EqualTo((Points.Zero, Points.Zero)));
        }
    }

    [Test]
    public void An_account_has_one_debt_however_often_it_falls_short()
    {
        var account = Given.Account(numbers);
        var first = Gift(account, Given.Entry(numbers), 2m);
        var second = Gift(account, Given.Entry(numbers), 3m);
        Spend(account, 5m);

        Undo(account, first, mayOwe: true);
        Undo(account, second, mayOwe: true);

        Assert.That(account.Lots.Where(lot => lot.Kind is LotKind.Debt).Select(lot => lot.Remaining), Is.EqualTo(new[] { Points.Of(-5m) }));
    }

    [Test]
    public void A_debt_is_undone_too()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear));
        var spent = Spend(account, 10m);
        var cancel = Given.Entry(numbers);
        account.Undo(spent.Effect(), false, Given.Now, cancel, numbers);
        Spend(account, 7m);
        var reversal = Given.Entry(numbers);
        account.Undo(cancel.Effect(), true, Given.Now, reversal, numbers);
        Assert.That(account.Remaining(), Is.EqualTo("0 -7"));

        account.Undo(PointEffect.Of([.. spent.Postings, .. cancel.Postings, .. reversal.Postings]), false, Given.Now, Given.Entry(numbers), numbers);

        Assert.That((account.Remaining(), account.Balance), Is.EqualTo(("3 0", Points.Of(3m))));
    }

    [Test]
    public void A_cash_sale_spends_no_points_and_is_taken_from_a_card_in_debt()
    {
        var account = InDebt(5m);

        Assert.That(account.Redeem(Points.Zero, Given.Now, Given.Entry(numbers)), Is.Null, "row 18 is for those who want points");
    }

    [Test]
    public void What_is_given_back_may_pay_for_the_clawback()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear));
        var original = Given.Entry(numbers);
        account.Redeem(Points.Of(10m), Given.Now, original);
        Gift(account, original, 4m);
        Spend(account, 4m);

        var decline = account.Undo(original.Effect(), false, Given.Now, Given.Entry(numbers), numbers);

        Assert.That((decline, account.Remaining()), Is.EqualTo(((Decline?)null, "6 0")));
    }

    [Test]
    public void A_lot_that_is_not_loaded_is_an_error()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear));
        var ofAnother = Gift(Given.Account(numbers), Given.Entry(numbers), 1m);

        Assert.That(() => Undo(account, ofAnother, mayOwe: true), Throws.InvalidOperationException);
    }

    [Test]
    public void An_effect_keeps_only_what_does_not_cancel_out()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear));
        var spent = Spend(account, 10m);
        var undoing = Given.Entry(numbers);
        account.Undo(spent.Effect(), false, Given.Now, undoing, numbers);

        var effect = PointEffect.Of([.. spent.Postings, .. undoing.Postings]);

        Assert.That((effect.Parts.Count, effect.LotIds.Count()), Is.EqualTo((0, 0)));
    }

    private PointAccount InDebt(decimal points)
    {
        var account = Given.Account(numbers);
        var gift = Gift(account, Given.Entry(numbers), points);
        Spend(account, points);
        Undo(account, gift, mayOwe: true);
        return account;
    }

    private TransactionJournal Spend(PointAccount account, decimal points)
    {
        var entry = Given.Entry(numbers);
        Assert.That(account.Redeem(Points.Of(points), Given.Now, entry), Is.Null);
        return entry;
    }

    private TransactionJournal Gift(PointAccount account, TransactionJournal entry, decimal points, Batch? earnedIn = null, DateOnly? expiresOn = null)
    {
        account.Gift(Points.Of(points), expiresOn ?? Given.NextYear, entry, numbers, earnedIn);
        return entry;
    }

    private Decline? Undo(PointAccount account, TransactionJournal original, bool mayOwe, int days = 0) =>
        account.Undo(original.Effect(), mayOwe, Given.Later(days), Given.Entry(numbers), numbers);

    [Test]
    public void A_refund_does_not_count_a_gift_that_has_expired_unless_it_waits()
    {
        var account = Given.Account(numbers, (3m, Given.NextYear));
        var gift = Given.Entry(numbers);
        account.Add(Points.Of(10m), Given.Today.AddDays(1), ProgrammeAccount.Issued, gift, numbers, Given.Today);
        account.Undo(gift.Effect(), ShortfallPolicy.Waive, Given.Later(2), Given.Entry(numbers), numbers, out var left);

        Assert.That((left, account.Balance), Is.EqualTo((Points.Of(7m), Points.Of(10m))), "3 are available; what expired is the run's");
    }
}
