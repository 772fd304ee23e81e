using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Accounts;

/// <summary>Which lots points are taken from (protocol §4).</summary>
internal sealed class SpendingTests
{
    private readonly Counter numbers = new();

    [Test]
    public void The_lot_that_expires_first_is_spent_first()
    {
        var account = Given.Account(numbers, (30m, Given.NextYear), (20m, Given.Today.AddDays(30)), (10m, Given.Today.AddDays(60)));

        var decline = account.Redeem(Points.Of(25m), Given.Now, Given.Entry(numbers));

        Assert.That((decline, account.Remaining()), Is.EqualTo(((Decline?)null, "30 0 5")));
    }

    [Test]
    public void Of_two_lots_that_expire_together_the_older_is_spent_first()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear));
        account.Add(Points.Of(10m), Given.NextYear, ProgrammeAccount.Issued, Given.Entry(numbers), numbers, Given.Today);

        account.Redeem(Points.Of(12m), Given.Now, Given.Entry(numbers));

        Assert.That(account.Remaining(), Is.EqualTo("0 8"));
    }

    [Test]
    public void Points_are_good_through_their_last_day()
    {
        var account = Given.Account(numbers, (10m, Given.Today));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(account.Available(Given.Now), Is.EqualTo(Points.Of(10m)));
            Assert.That(account.Available(Given.Later(1)), Is.EqualTo(Points.Zero));
        }
    }

    [Test]
    public void Expired_points_count_in_the_balance_and_cannot_be_spent()
    {
        var account = Given.Account(numbers, (10m, Given.Today.AddDays(-1)), (5m, Given.NextYear));

        var decline = account.Redeem(Points.Of(5.01m), Given.Now, Given.Entry(numbers));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((account.Balance, account.Available(Given.Now)), Is.EqualTo((Points.Of(15m), Points.Of(5m))));
            Assert.That(decline?.Code, Is.EqualTo(ResponseCode.InsufficientFunds));
            Assert.That(account.Remaining(), Is.EqualTo("10 5"));
        }
    }

    [Test]
    public void A_pending_gift_counts_in_the_balance_and_cannot_be_spent()
    {
        var batch = Given.Batch(numbers);
        var account = Given.Account(numbers, (5m, Given.NextYear));
        account.Gift(Points.Of(3m), Given.Today, Given.Entry(numbers, batch: batch), numbers, batch);

        account.Redeem(Points.Of(5m), Given.Now, Given.Entry(numbers));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((account.Balance, account.Available(Given.Now)), Is.EqualTo((Points.Of(3m), Points.Zero)));
            Assert.That(account.Remaining(), Is.EqualTo("0 3"), "the gift expires first, but waits");
            Assert.That(account.Redeem(Points.Of(0.01m), Given.Now, Given.Entry(numbers))?.Code, Is.EqualTo(ResponseCode.InsufficientFunds));
        }
    }

    [Test]
    public void A_gift_can_be_spent_when_its_batch_is_settled()
    {
        var batch = Given.Batch(numbers);
        var account = Given.Account(numbers);
        account.Gift(Points.Of(3m), Given.NextYear, Given.Entry(numbers, batch: batch), numbers, batch);

        batch.Close(Given.Utc);

        Assert.That(account.Available(Given.Now), Is.EqualTo(Points.Of(3m)));
    }

    [Test]
    public void A_gift_of_a_batch_left_open_can_be_spent_after_the_pending_days()
    {
        var batch = Given.Batch(numbers, programme: new Programme { Rules = new() { PendingDays = 7 } });
        var account = Given.Account(numbers);
        account.Gift(Points.Of(3m), Given.NextYear, Given.Entry(numbers, batch: batch), numbers, batch);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(account.Available(new Moment(Given.Utc.AddDays(7).AddMilliseconds(-1), Given.Today.AddDays(7))), Is.EqualTo(Points.Zero));
            Assert.That(account.Available(Given.Later(7)), Is.EqualTo(Points.Of(3m)));
        }
    }

    [Test]
    public void More_than_there_is_changes_nothing()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear), (5m, Given.NextYear.AddDays(1)));
        var entry = Given.Entry(numbers);

        var decline = account.Redeem(Points.Of(15.01m), Given.Now, entry);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(decline?.Code, Is.EqualTo(ResponseCode.InsufficientFunds));
            Assert.That((account.Balance, entry.Postings.Count), Is.EqualTo((Points.Of(15m), 0)));
            Assert.That(account.Remaining(), Is.EqualTo("10 5"));
        }
    }

    [Test]
    public void All_that_there_is_can_be_spent()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear), (5m, Given.Today));

        var decline = account.Redeem(Points.Of(15m), Given.Now, Given.Entry(numbers));

        Assert.That((decline, account.Balance), Is.EqualTo(((Decline?)null, Points.Zero)));
    }

    [Test]
    public void Each_lot_that_is_touched_has_one_posting_to_redeemed()
    {
        var account = Given.Account(numbers, (10m, Given.NextYear), (5m, Given.Today), (1m, Given.NextYear));
        var entry = Given.Entry(numbers);

        account.Redeem(Points.Of(7m), Given.Now, entry);

        var lots = account.Lots.Select(lot => lot.Id).ToArray();
        Assert.That(
            entry.Postings.Select(posting => (posting.Line, posting.LotId, posting.Programme, posting.Amount)),
            Is.EqualTo(new[] { (1, lots[1], ProgrammeAccount.Redeemed, Points.Of(-5m)), (2, lots[0], ProgrammeAccount.Redeemed, Points.Of(-2m)) }));
    }

    [Test]
    public void Spending_nothing_posts_nothing()
    {
        var account = Given.Account(numbers);
        var entry = Given.Entry(numbers);

        Assert.That((account.Redeem(Points.Zero, Given.Now, entry), entry.Postings.Count), Is.EqualTo(((Decline?)null, 0)));
    }

    [Test]
    public void Adding_nothing_makes_no_lot()
    {
        var account = new PointAccount(1);
        var entry = Given.Entry(numbers);

        account.Add(Points.Zero, Given.NextYear, ProgrammeAccount.Issued, entry, numbers, Given.Today);

        Assert.That((account.Lots.Count, entry.Postings.Count), Is.EqualTo((0, 0)));
    }
}
