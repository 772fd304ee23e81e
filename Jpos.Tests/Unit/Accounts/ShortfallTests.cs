using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Accounts;

/// <summary>What an undoing does if the gift that it takes back is spent (protocol §4, §5).</summary>
internal sealed class ShortfallTests
{
    private readonly Counter numbers = new();

    [TestCase("7", null, "0 0")]
    [TestCase("7.01", "51", "2.99 0")]
    public void A_cancel_may_take_other_points_for_a_gift_that_is_spent(string spent, string? code, string remaining)
    {
        var (account, gift) = GiftOf(3m, beside: 10m, spent: Number(spent) + 3m);

        var decline = account.Undo(gift, ShortfallPolicy.Decline, Given.Now, Given.Entry(numbers), numbers, out var left);

        Assert.That((decline?.Code.Code, left, account.Remaining()), Is.EqualTo((code, Points.Zero, remaining)));
    }

    [TestCase(ShortfallPolicy.Decline)]
    [TestCase(ShortfallPolicy.DeclineWithoutCredit)]
    public void A_decline_says_why_and_moves_nothing(ShortfallPolicy policy)
    {
        var (account, gift) = GiftOf(3m, beside: 0m, spent: 1m);
        var undoing = Given.Entry(numbers);

        var decline = account.Undo(gift, policy, Given.Now, undoing, numbers, out _);

        Assert.That((decline?.Code, decline?.Detail, undoing.Postings.Count), Is.EqualTo((ResponseCode.InsufficientFunds, "The points that must be taken back are already spent.", 0)));
    }

    [Test]
    public void Points_that_a_cancel_gives_back_count_for_it_and_not_for_a_refunds_cancel()
    {
        string? Code(ShortfallPolicy policy)
        {
            var account = Given.Account(numbers, (5m, Given.NextYear));
            var consume = Given.Entry(numbers);
            account.Redeem(Points.Of(5m), Given.Now, consume);
            account.Add(Points.Of(3m), Given.NextYear, ProgrammeAccount.Issued, consume, numbers, Given.Today);
            account.Redeem(Points.Of(3m), Given.Now, Given.Entry(numbers));
            return account.Undo(consume.Effect(), policy, Given.Now, Given.Entry(numbers), numbers, out _)?.Code.Code;
        }

        Assert.That((Code(ShortfallPolicy.Decline), Code(ShortfallPolicy.DeclineWithoutCredit)), Is.EqualTo(((string?)null, "51")));
    }

    [Test]
    public void A_refunds_cancel_takes_points_of_its_own_lots_that_are_pending_or_expired()
    {
        var account = new PointAccount(1);
        var refund = Given.Entry(numbers, Operations.Refund);
        account.Gift(Points.Of(3m), Given.NextYear, refund, numbers, Given.Batch(numbers));
        account.Add(Points.Of(2m), Given.Today.AddDays(-1), ProgrammeAccount.Issued, refund, numbers, Given.Today);

        var decline = account.Undo(refund.Effect(), ShortfallPolicy.DeclineWithoutCredit, Given.Now, Given.Entry(numbers), numbers, out _);

        Assert.That((decline, account.Remaining()), Is.EqualTo(((Decline?)null, "0 0")));
    }

    [Test]
    public void What_the_card_owes_does_not_count_for_a_refunds_cancel()
    {
        var account = Owing(4m);
        var refund = Given.Entry(numbers, Operations.Refund);
        account.Add(Points.Of(5m), Given.NextYear, ProgrammeAccount.Issued, refund, numbers, Given.Today);

        var decline = account.Undo(refund.Effect(), ShortfallPolicy.DeclineWithoutCredit, Given.Now, Given.Entry(numbers), numbers, out _);

        Assert.That(decline?.Code.Code, Is.EqualTo("51"));
    }

    [Test]
    public void A_cancel_takes_a_gift_that_is_still_there_whatever_the_card_owes()
    {
        var account = Owing(4m);
        var consume = Given.Entry(numbers);
        account.Add(Points.Of(3m), Given.NextYear, ProgrammeAccount.Issued, consume, numbers, Given.Today);

        var decline = account.Undo(consume.Effect(), ShortfallPolicy.Decline, Given.Now, Given.Entry(numbers), numbers, out _);

        Assert.That((decline, account.Balance), Is.EqualTo(((Decline?)null, Points.Of(-4m))));
    }

    [Test]
    public void A_debt_counts_against_other_points_that_would_make_up_for_a_gift()
    {
        var account = Owing(4m);
        var consume = Given.Entry(numbers);
        account.Add(Points.Of(3m), Given.NextYear, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Add(Points.Of(5m), Given.NextYear.AddDays(1), ProgrammeAccount.Adjustment, Given.Entry(numbers), numbers, Given.Today);
        account.Redeem(Points.Of(3m), Given.Now, Given.Entry(numbers));

        var decline = account.Undo(consume.Effect(), ShortfallPolicy.Decline, Given.Now, Given.Entry(numbers), numbers, out _);

        Assert.That(decline?.Code.Code, Is.EqualTo("51"), "5 − 4 are left for a gift of 3");
    }

    [Test]
    public void Several_lots_make_up_for_a_gift_together()
    {
        var account = Given.Account(numbers, (2m, Given.NextYear), (2m, Given.NextYear.AddDays(1)));
        var (consume, other) = (Given.Entry(numbers), Given.Entry(numbers));
        account.Add(Points.Of(4m), Given.Today, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Redeem(Points.Of(4m), Given.Now, other);

        var decline = account.Undo(consume.Effect(), ShortfallPolicy.Decline, Given.Now, Given.Entry(numbers), numbers, out _);

        Assert.That((decline, account.Remaining()), Is.EqualTo(((Decline?)null, "0 0 0")));
    }

    [Test]
    public void A_gift_of_two_lots_is_spent_if_one_of_them_lacks_a_part_that_nothing_makes_up_for()
    {
        var account = new PointAccount(1);
        var consume = Given.Entry(numbers);
        account.Add(Points.Of(3m), Given.Today, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Add(Points.Of(3m), Given.NextYear, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Redeem(Points.Of(1m), Given.Now, Given.Entry(numbers));

        var decline = account.Undo(consume.Effect(), ShortfallPolicy.Decline, Given.Now, Given.Entry(numbers), numbers, out _);

        Assert.That(decline?.Code.Code, Is.EqualTo("51"));
    }

    [TestCase("0", "0", "0")]
    [TestCase("2", "2", "0")]
    [TestCase("3", "3", "0")]
    public void A_refund_leaves_the_member_what_is_spent_of_a_gift(string spent, string left, string remaining)
    {
        var (account, gift) = GiftOf(3m, beside: 0m, Number(spent));

        var decline = account.Undo(gift, ShortfallPolicy.Waive, Given.Now, Given.Entry(numbers), numbers, out var waived);

        Assert.That((decline, waived, account.Remaining()), Is.EqualTo(((Decline?)null, Points.Of(Number(left)), remaining)));
    }

    [Test]
    public void A_refund_takes_a_gift_that_is_pending_and_leaves_one_that_expired()
    {
        var batch = Given.Batch(numbers);
        var account = new PointAccount(1);
        var consume = Given.Entry(numbers);
        account.Gift(Points.Of(3m), Given.NextYear, consume, numbers, batch);
        account.Add(Points.Of(2m), Given.Today.AddDays(-1), ProgrammeAccount.Issued, consume, numbers, Given.Today);

        account.Undo(consume.Effect(), ShortfallPolicy.Waive, Given.Now, Given.Entry(numbers), numbers, out var waived);

        Assert.That((waived, account.Balance), Is.EqualTo((Points.Of(2m), Points.Of(2m))));
    }

    [Test]
    public void Points_that_a_refund_gives_back_make_up_for_a_spent_gift()
    {
        var account = Given.Account(numbers, (2m, Given.NextYear));
        var consume = Given.Entry(numbers);
        account.Redeem(Points.Of(2m), Given.Now, consume);
        account.Add(Points.Of(3m), Given.NextYear, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Redeem(Points.Of(3m), Given.Now, Given.Entry(numbers));

        account.Undo(consume.Effect(), ShortfallPolicy.Waive, Given.Now, Given.Entry(numbers), numbers, out var waived);

        Assert.That((waived, account.Balance), Is.EqualTo((Points.Of(1m), Points.Zero)));
    }

    [Test]
    public void What_is_waived_is_spared_once_over_the_lots_of_a_gift()
    {
        var account = new PointAccount(1);
        var consume = Given.Entry(numbers);
        account.Add(Points.Of(2m), Given.Today, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Add(Points.Of(2m), Given.NextYear, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Redeem(Points.Of(3m), Given.Now, Given.Entry(numbers));

        account.Undo(consume.Effect(), ShortfallPolicy.Waive, Given.Now, Given.Entry(numbers), numbers, out var waived);

        Assert.That((waived, account.Remaining(), account.Balance), Is.EqualTo((Points.Of(3m), "0 0", Points.Zero)));
    }

    [Test]
    public void A_lot_that_is_not_loaded_is_named()
    {
        var (_, gift) = GiftOf(3m, beside: 0m, spent: 0m);

        Assert.That(() => new PointAccount(2).LacksGift(gift), Throws.InvalidOperationException.With.Message.Contains("is not loaded with its account"));
    }

    private (PointAccount Account, PointEffect Gift) GiftOf(decimal points, decimal beside, decimal spent)
    {
        var account = beside > 0m ? Given.Account(numbers, (beside, Given.NextYear)) : new PointAccount(1);
        var consume = Given.Entry(numbers);
        account.Add(Points.Of(points), Given.Today, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Redeem(Points.Of(spent), Given.Now, Given.Entry(numbers));
        return (account, consume.Effect());
    }

    /// <summary>An account without points that owes some.</summary>
    private PointAccount Owing(decimal points)
    {
        var (account, gift) = GiftOf(points, beside: 0m, spent: points);
        account.Undo(gift, mayOwe: true, Given.Now, Given.Entry(numbers), numbers);
        return account;
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
