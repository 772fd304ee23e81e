using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Accounts;

/// <summary>Two accounts become one. Whatever is undone afterwards follows the points.</summary>
internal sealed class MergingTests
{
    private readonly Counter numbers = new();

    [Test]
    public void All_points_pass_with_their_origin_and_the_old_account_names_its_successor()
    {
        var (from, into) = (Given.Account(numbers, (10m, Given.NextYear)), new PointAccount(2));
        from.Add(Points.Of(5m), Given.Today, ProgrammeAccount.Issued, Given.Entry(numbers), numbers, Given.Today);
        var origins = from.Lots.Select(lot => (lot.Key, lot.Remaining)).ToList();

        var (given, taken) = Merge(from, into);

        Assert.That((from.Balance, from.OpenLots, from.SucceededBy, into.Balance, into.OpenLots), Is.EqualTo((Points.Zero, 0, (long?)2, Points.Of(15m), 2)));
        Assert.That(into.Lots.Select(lot => (lot.Key, lot.Remaining)), Is.EquivalentTo(origins), "store, day, batch and month stay");
        Assert.That(from.Lots.Select(lot => lot.MovedTo), Is.EquivalentTo(into.Lots.Select(lot => (long?)lot.Id)));
        Assert.That(given.Postings.Concat(taken.Postings).Select(posting => posting.Amount).Sum(), Is.EqualTo(Points.Zero));
        Assert.That(given.Postings.Select(posting => posting.AccountId).Distinct().Concat(taken.Postings.Select(posting => posting.AccountId).Distinct()), Is.EqualTo(new[] { from.Id, into.Id }));
    }

    [Test]
    public void Points_of_one_origin_become_one_lot()
    {
        var (from, into) = (Given.Account(numbers, (10m, Given.NextYear)), new PointAccount(2));
        into.Add(Points.Of(3m), Given.NextYear, ProgrammeAccount.Adjustment, TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), Given.Card(), Given.Utc, Given.Today), numbers, Given.Today);

        Merge(from, into);

        Assert.That((into.Lots.Count, into.Lots.Single().Remaining), Is.EqualTo((1, Points.Of(13m))));
    }

    [Test]
    public void Debts_add_and_are_not_paid_with_points()
    {
        var (from, into) = (Owing(4m), Owing(3m, 2));
        into.Add(Points.Of(20m), Given.NextYear, ProgrammeAccount.Issued, Given.Entry(numbers), numbers, Given.Today);

        Merge(from, into);

        Assert.That(into.Lots.Where(lot => lot.Kind is LotKind.Debt).Select(lot => lot.Remaining), Is.EqualTo(new[] { Points.Of(-7m) }));
        Assert.That((into.Balance, into.Available(Given.Now)), Is.EqualTo((Points.Of(13m), Points.Of(13m))));
    }

    [Test]
    public void An_undo_after_a_merge_goes_to_the_lots_that_took_over()
    {
        var (from, into) = (Given.Account(numbers, (10m, Given.NextYear)), new PointAccount(2));
        var consume = Given.Entry(numbers);
        from.Redeem(Points.Of(10m), Given.Now, consume);
        Merge(from, into);

        // The lot was empty when the accounts were merged.
        var old = from.Lots.Single();
        var effect = consume.Effect().In(new Dictionary<long, long> { [old.Id] = into.Adopt(old, numbers).Id });
        var undo = Given.Entry(numbers);
        into.Undo(effect, ShortfallPolicy.RecordDebt, Given.Now, undo, numbers, out _);

        Assert.That((from.Balance, into.Balance, into.Lots.Single().Key), Is.EqualTo((Points.Zero, Points.Of(10m), old.Key)));
        Assert.That(undo.Postings.Select(posting => posting.AccountId), Is.All.EqualTo(into.Id));
    }

    [Test]
    public void A_held_gift_stays_held_and_the_gifts_of_the_day_add()
    {
        var (from, into) = (new PointAccount(1), new PointAccount(2));
        from.AddGift(Points.Of(6m), Given.NextYear, Points.Of(5m), Given.Entry(numbers), numbers, null, Given.Today);
        into.AddGift(Points.Of(4m), Given.NextYear, Points.Of(5m), Given.Entry(numbers), numbers, null, Given.Today);

        Merge(from, into);

        Assert.That((into.Lots.Count(lot => lot.IsHeld), into.Available(Given.Now), into.GiftsOfDay, into.GiftsOfProgrammeDay), Is.EqualTo((1, Points.Of(4m), Points.Of(10m), Points.Of(10m))));
    }

    [Test]
    public void A_gift_that_was_released_after_a_merge_is_not_held_again_by_an_undo()
    {
        var (from, into, consume) = (new PointAccount(1), new PointAccount(2), Given.Entry(numbers));
        from.AddGift(Points.Of(6m), Given.NextYear, Points.Of(5m), consume, numbers, null, Given.Today);
        Merge(from, into);
        into.ReleaseGift(consume.Serial);

        into.Adopt(from.Lots.Single(), numbers);

        Assert.That((into.Lots.Single().IsHeld, into.Available(Given.Now)), Is.EqualTo((false, Points.Of(6m))));
    }

    [Test]
    public void Gifts_of_different_days_do_not_add()
    {
        var (from, into) = (new PointAccount(1), new PointAccount(2));
        from.AddGift(Points.Of(4m), Given.NextYear, Points.Of(5m), Given.Entry(numbers), numbers, null, Given.Today.AddDays(-1));
        into.AddGift(Points.Of(2m), Given.NextYear, Points.Of(5m), Given.Entry(numbers), numbers, null, Given.Today);

        Merge(from, into);

        Assert.That((into.GiftsOnProgrammeDay, into.GiftsOfProgrammeDay), Is.EqualTo(((DateOnly?)Given.Today, Points.Of(2m))));
    }

    private PointAccount Owing(decimal points, long id = 1)
    {
        var (account, gift) = (new PointAccount(id), Given.Entry(numbers));
        account.Add(Points.Of(points), Given.NextYear, ProgrammeAccount.Issued, gift, numbers, Given.Today);
        account.Redeem(Points.Of(points), Given.Now, Given.Entry(numbers));
        account.Undo(gift.Effect(), ShortfallPolicy.RecordDebt, Given.Now, Given.Entry(numbers), numbers, out _);
        return account;
    }

    private (TransactionJournal Given, TransactionJournal Taken) Merge(PointAccount from, PointAccount into)
    {
        var (given, taken) = (TransactionJournal.BeginMerge(SerialNumber.Of(numbers.Next()), from, Given.Now), TransactionJournal.BeginMerge(SerialNumber.Of(numbers.Next()), into, Given.Now));
        into.TakeOver(from, given, taken, numbers);
        return (given, taken);
    }
}
