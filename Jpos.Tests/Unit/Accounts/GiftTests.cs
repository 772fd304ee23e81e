using System.Globalization;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;

namespace Jpos.Tests.Unit.Accounts;

/// <summary>Gifts of one business day: of an account, and of a terminal (protocol §2).</summary>
internal sealed class GiftTests
{
    private static readonly Points Large = Points.Of(100m);

    private readonly Counter numbers = new();

    [TestCase("100", "")]
    [TestCase("100.01", "100.01")]
    [TestCase("60 40 0.01 5", "0.01 5")]
    [TestCase("0 100 0", "")]
    public void The_gift_by_which_a_day_exceeds_the_limit_is_held_and_all_after_it(string gifts, string held)
    {
        var account = new PointAccount(1);

        var isHeld = gifts.Split(' ').Where(gift => Give(account, gift, Given.Today)).ToList();

        Assert.That(string.Join(' ', isHeld), Is.EqualTo(held));
    }

    [Test]
    public void Stores_of_other_time_zones_do_not_begin_a_day_anew_by_turns()
    {
        var account = new PointAccount(1);
        bool[] held =
        [
            Give(account, "80", Given.Today),
            Give(account, "80", Given.Today.AddDays(1)),
            Give(account, "30", Given.Today),
            Give(account, "1", Given.Today.AddDays(1)),
            Give(account, "1", Given.Today.AddDays(2)),
        ];

        Assert.That(held, Is.EqualTo([false, false, true, true, false]));
    }

    [TestCase("80@0 80@1", "0 1", TestName = "A_store_whose_day_begins_earlier_gives_no_second_limit")]
    [TestCase("1@0 99@1 2@0 1@1", "0 0 1 1", TestName = "Stores_of_two_days_share_one_limit_by_turns")]
    [TestCase("100@-1 1@0 1@1", "0 1 1", TestName = "Stores_of_three_days_share_one_limit")]
    public void Gifts_of_one_programme_day_share_the_limit_whatever_day_their_stores_have(string gifts, string held)
    {
        var account = new PointAccount(1);

        var isHeld = gifts.Split(' ').Select(gift => gift.Split('@')).Select(gift => Give(account, gift[0], Given.Today.AddDays(int.Parse(gift[1], CultureInfo.InvariantCulture)), Given.Today) ? "1" : "0").ToList();

        Assert.That(string.Join(' ', isHeld), Is.EqualTo(held));
    }

    [Test]
    public void Gifts_of_one_business_day_share_the_limit_when_the_programme_has_a_new_day()
    {
        var account = new PointAccount(1);
        bool[] held =
        [
            Give(account, "80", Given.Today, Given.Today),
            Give(account, "30", Given.Today, Given.Today.AddDays(1)),
            Give(account, "70", Given.Today.AddDays(1), Given.Today.AddDays(1)),
            Give(account, "1", Given.Today.AddDays(1), Given.Today.AddDays(2)),
        ];

        Assert.That(held, Is.EqualTo([false, true, false, false]));
    }

    [Test]
    public void A_held_gift_is_released_or_refused_once_and_cannot_be_spent_before()
    {
        var account = new PointAccount(1);
        var (released, refused) = (Entry(Given.Today), Entry(Given.Today));
        foreach (var entry in (TransactionJournal[])[released, refused])
        {
            account.AddGift(Points.Of(101m), Given.NextYear, Large, entry, numbers, null, Given.Today);
        }

        Assert.That((account.Balance, account.Available(Given.Now)), Is.EqualTo((Points.Of(202m), Points.Zero)));
        account.ReleaseGift(released.Serial);
        account.RefuseGift(refused.Serial, Entry(Given.Today));
        Assert.That((account.Balance, account.Available(Given.Now)), Is.EqualTo((Points.Of(101m), Points.Of(101m))));
        Assert.That((account.HeldGift(released.Serial), account.HeldGift(refused.Serial)), Is.EqualTo(((Lot?)null, (Lot?)null)));
    }

    [Test]
    public void A_held_gift_is_found_until_it_is_released_or_nothing_is_left_of_it()
    {
        var account = new PointAccount(1);
        var entry = Entry(Given.Today);
        account.AddGift(Points.Of(101m), Given.NextYear, Large, entry, numbers, null, Given.Today);
        var held = account.HeldGift(entry.Serial);
        account.Undo(entry.Effect(), mayOwe: false, Given.Now, Entry(Given.Today), numbers);

        Assert.That((held?.HeldFor, account.HeldGift(entry.Serial)), Is.EqualTo(((long?)entry.Serial.Value, (Lot?)null)));
    }

    [Test]
    public void A_gift_that_was_refused_is_held_no_more()
    {
        var account = new PointAccount(1);
        var entry = Entry(Given.Today);
        account.AddGift(Points.Of(101m), Given.NextYear, Large, entry, numbers, null, Given.Today);

        account.RefuseGift(entry.Serial, Entry(Given.Today));

        Assert.That((account.Lots.Single().IsHeld, account.Remaining()), Is.EqualTo((false, "0")));
    }

    [Test]
    public void A_terminals_gifts_of_a_day_count_over_batches_and_never_begin_anew_by_an_earlier_day()
    {
        var terminal = Given.SignedOn(numbers);
        Book(terminal, "60", Given.Today.AddDays(1));
        terminal.Batch!.Close(Given.Utc);
        terminal.SignOn(Given.Keys(numbers.Next()), Given.Utc, new Programme(), numbers);
        string? Code(string gift, int days) => terminal.RefuseGift(Points.Of(Number(gift)), Given.Today.AddDays(days), Programme)?.Code.Code;

        Assert.That((Code("40", 1), Code("40.01", 1), Code("40.01", 0), Code("100", 2), Code("0", 1)), Is.EqualTo(((string?)null, "61", "61", (string?)null, (string?)null)));
        Book(terminal, "40", Given.Today);
        Assert.That((Code("0.01", 1), Code("0", 1)), Is.EqualTo(("61", (string?)null)));
    }

    [TestCase(null, "100", "100.01")]
    [TestCase("50", "50", "50.01")]
    [TestCase("500", "100", "100.01")]
    public void The_lowest_limit_of_terminal_and_programme_counts(string? own, string most, string tooMuch)
    {
        var terminal = Given.SignedOn(numbers);
        var limit = own is null ? (decimal?)null : Number(own);
        terminal.SetLimits(limit is { } yuan ? Money.Of(yuan) : null, limit is { } points ? Points.Of(points) : null);
        string? Amount(string amount) => terminal.RefuseAmount(Money.Of(Number(amount)), Programme)?.Code.Code;
        string? Gift(string gift) => terminal.RefuseGift(Points.Of(Number(gift)), Given.Today, Programme)?.Code.Code;

        Assert.That((Amount(most), Amount(tooMuch), Gift(most), Gift(tooMuch)), Is.EqualTo(((string?)null, "61", (string?)null, "61")));
    }

    private static Programme Programme => new() { Rules = new() { MostPerConsume = Money.Of(100m), MostGiftsPerDay = Points.Of(100m) } };

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private bool Give(PointAccount account, string gift, DateOnly day, DateOnly? programmeDay = null) =>
        account.AddGift(Points.Of(Number(gift)), Given.NextYear, Large, Entry(day), numbers, null, programmeDay ?? day);

    private void Book(Terminal terminal, string gift, DateOnly day)
    {
        var entry = Entry(day, terminal);
        entry.ApproveConsume(Money.Zero, Money.Of(100m), Money.Zero, Points.Zero, new Award(Points.Of(Number(gift)), Grade.Green, 0.01m, 1m, null, 1));
    }

    private TransactionJournal Entry(DateOnly day, Terminal? terminal = null) => TransactionJournal.Begin(
        SerialNumber.Of(numbers.Next()), Operations.Consume, terminal?.Batch ?? Given.Batch(numbers), TraceNumber.Of(1), false, Fingerprint.Of(""), CardNumber.Of(Given.GoodCard), null, null, Given.Utc, day);
}
