using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Accounts;

/// <summary>What expiry runs take, and what comes back of it (protocol §4).</summary>
internal sealed class ExpiringTests
{
    private readonly Counter numbers = new();

    [Test]
    public void An_expiry_run_takes_lots_up_to_the_last_day_and_leaves_later_ones()
    {
        var account = Given.Account(numbers, (1m, Given.Today.AddDays(-1)), (2m, Given.Today), (4m, Given.Today.AddDays(1)));
        var run = Expiry(account);

        account.Expire(Given.Today, run);

        Assert.That((account.Remaining(), account.Balance), Is.EqualTo(("0 0 4", Points.Of(4m))));
        Assert.That(run.Postings.Select(posting => (posting.Programme, posting.Amount)), Is.EqualTo([(ProgrammeAccount.Expired, Points.Of(-1m)), (ProgrammeAccount.Expired, Points.Of(-2m))]));
    }

    [Test]
    public void An_expiry_run_leaves_a_debt_and_empty_lots_alone()
    {
        var account = Given.Account(numbers, (5m, Given.NextYear));
        var gift = Given.Entry(numbers);
        account.Add(Points.Of(10m), Given.NextYear, ProgrammeAccount.Issued, gift, numbers, Given.Today);
        account.Redeem(Points.Of(15m), Given.Now, Given.Entry(numbers));
        account.Undo(gift.Effect(), mayOwe: true, Given.Now, Given.Entry(numbers), numbers);
        var run = Expiry(account);

        account.Expire(Given.NextYear.AddYears(1), run);

        Assert.That((account.Balance, run.Postings.Count), Is.EqualTo((Points.Of(-10m), 0)));
    }

    [TestCase("0", "3", TestName = "What_a_cancel_gave_back_and_expiry_took_comes_back_before_it_is_spent_again")]
    [TestCase("2", "3", TestName = "Only_what_the_lot_lacks_comes_back")]
    [TestCase("3", "3", TestName = "Nothing_comes_back_to_a_lot_that_has_all")]
    public void Expired_points_come_back_as_far_as_they_are_lacking(string left, string after)
    {
        var there = decimal.Parse(left, System.Globalization.CultureInfo.InvariantCulture);
        var account = Given.Account(numbers, (10m, Given.Today));
        var consume = Given.Entry(numbers);
        account.Redeem(Points.Of(3m), Given.Now, consume);
        var cancel = Given.Entry(numbers, Operations.Cancel);
        account.Undo(consume.Effect(), mayOwe: false, Given.Now, cancel, numbers);
        account.Redeem(Points.Of(10m - there), Given.Now, Given.Entry(numbers));
        var correction = Expiry(account);

        account.RestoreExpired(cancel.Effect(), new Dictionary<long, Points> { [account.Lots.Single().Id] = Points.Of(10m) }, correction);

        Assert.That(account.Remaining(), Is.EqualTo(after));
        Assert.That(correction.Postings.Select(posting => (posting.Programme, posting.Amount)), there < 3m ? Is.EqualTo([(ProgrammeAccount.Expired, Points.Of(3m - there))]) : Is.Empty);
    }

    [Test]
    public void No_more_comes_back_than_expiry_runs_took()
    {
        var (account, cancel) = Cancelled(3m);
        account.Redeem(Points.Of(10m), Given.Now, Given.Entry(numbers));

        account.RestoreExpired(cancel, new Dictionary<long, Points> { [account.Lots.Single().Id] = Points.Of(1m) }, Expiry(account));

        Assert.That(account.Remaining(), Is.EqualTo("1"));
    }

    [Test]
    public void Nothing_comes_back_to_a_lot_that_no_expiry_run_took_from()
    {
        var (account, cancel) = Cancelled(3m);
        account.Redeem(Points.Of(10m), Given.Now, Given.Entry(numbers));

        account.RestoreExpired(cancel, new Dictionary<long, Points> { [99] = Points.Of(1m) }, Expiry(account));

        Assert.That(account.Remaining(), Is.EqualTo("0"));
    }

    [Test]
    public void A_gift_that_expired_does_not_come_back()
    {
        var account = new PointAccount(1);
        var consume = Given.Entry(numbers);
        account.Add(Points.Of(3m), Given.Today, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Expire(Given.Today, Expiry(account));

        account.RestoreExpired(consume.Effect(), new Dictionary<long, Points> { [account.Lots.Single().Id] = Points.Of(3m) }, Expiry(account));

        Assert.That(account.Remaining(), Is.EqualTo("0"));
    }

    [TestCase("0", false)]
    [TestCase("0.01", true)]
    [TestCase("3", true)]
    public void A_gift_is_lacking_once_a_part_of_it_is_gone(string spent, bool lacks)
    {
        var account = new PointAccount(1);
        var consume = Given.Entry(numbers);
        account.Add(Points.Of(3m), Given.Today, ProgrammeAccount.Issued, consume, numbers, Given.Today);
        account.Redeem(Points.Of(decimal.Parse(spent, System.Globalization.CultureInfo.InvariantCulture)), Given.Now, Given.Entry(numbers));

        Assert.That(account.LacksGift(consume.Effect()), Is.EqualTo(lacks));
    }

    [Test]
    public void Points_that_were_given_back_and_spent_again_are_no_gift_that_is_lacking()
    {
        var (account, cancel) = Cancelled(3m);
        account.Redeem(Points.Of(10m), Given.Now, Given.Entry(numbers));

        Assert.That(account.LacksGift(cancel), Is.False);
    }

    [Test]
    public void One_lot_of_a_gift_that_is_gone_is_enough_to_be_lacking()
    {
        var account = new PointAccount(1);
        var (first, second) = (Given.Entry(numbers), Given.Entry(numbers));
        account.Add(Points.Of(3m), Given.Today, ProgrammeAccount.Issued, first, numbers, Given.Today);
        account.Add(Points.Of(5m), Given.NextYear, ProgrammeAccount.Issued, second, numbers, Given.Today);
        account.Redeem(Points.Of(3m), Given.Now, Given.Entry(numbers));

        Assert.That(account.LacksGift(PointEffect.Of([.. first.Postings, .. second.Postings])), Is.True);
    }

    private (PointAccount Account, PointEffect Cancel) Cancelled(decimal points)
    {
        var account = Given.Account(numbers, (10m, Given.Today));
        var consume = Given.Entry(numbers);
        account.Redeem(Points.Of(points), Given.Now, consume);
        var cancel = Given.Entry(numbers, Operations.Cancel);
        account.Undo(consume.Effect(), mayOwe: false, Given.Now, cancel, numbers);
        return (account, cancel.Effect());
    }

    private Domain.Journal.TransactionJournal Expiry(PointAccount account) => Domain.Journal.TransactionJournal.BeginExpiry(SerialNumber.Of(numbers.Next()), account, Given.Now);
}
