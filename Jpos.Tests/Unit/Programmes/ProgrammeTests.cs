using Jpos.Domain;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Programmes;

/// <summary>What points pay and what cash earns (protocol §4).</summary>
internal sealed class ProgrammeTests
{
    [TestCase("1.00", "10.00", "10")]
    [TestCase("1.00", "0.01", "0.01")]
    [TestCase("1.00", "0", "0")]
    [TestCase("0.03", "1.00", "33.34")]
    [TestCase("0.03", "0.03", "1")]
    [TestCase("0.03", "0.01", "0.34")]
    [TestCase("3.00", "1.00", "0.34")]
    [TestCase("3.00", "10.00", "3.34")]
    [TestCase("3.00", "9.00", "3")]
    [TestCase("0.01", "9999999999.99", "999999999999")]
    [TestCase("10000", "0.01", "0.01")]
    public void Points_that_pay_an_amount_are_rounded_up(string pointValue, string amount, string points)
    {
        var programme = new Programme { Rules = new() { PointValue = Money.Of(Decimal(pointValue)) } };

        Assert.That(programme.PointsFor(Money.Of(Decimal(amount))), Is.EqualTo(Points.Of(Decimal(points))));
    }

    [TestCase(Grade.Green, "90.00", "1", "0.9")]
    [TestCase(Grade.Green, "0.99", "1", "0")]
    [TestCase(Grade.Green, "1.99", "1", "0.01")]
    [TestCase(Grade.Gold, "90.00", "1", "1.35")]
    [TestCase(Grade.Platinum, "0.50", "1", "0.01")]
    [TestCase(Grade.Diamond, "100.00", "1", "3")]
    [TestCase(Grade.Diamond, "9999999999.99", "1", "299999999.99")]
    [TestCase(Grade.Green, "0", "3", "0")]
    public void An_award_is_rounded_down(Grade grade, string cash, string multiplier, string points)
    {
        var award = new Programme().AwardFor(Money.Of(Decimal(cash)), grade, Campaign(Decimal(multiplier)));

        Assert.That(award.Points, Is.EqualTo(Points.Of(Decimal(points))));
    }

    [Test]
    public void An_award_is_rounded_once_after_rate_and_multiplier()
    {
        // 0.67 × 0.015 = 0.010 05; × 2 = 0.0201. Rounded in between it would be 0.02 too; 0.99 × 0.01 × 3 = 0.0297 tells them apart: 0.02, not 0.
        var award = new Programme().AwardFor(Money.Of(0.99m), Grade.Green, Campaign(3m));

        Assert.That(award.Points, Is.EqualTo(Points.Of(0.02m)));
    }

    [Test]
    public void An_award_keeps_the_rule_that_gave_it()
    {
        var programme = new Programme { Rules = new() { GoldRate = 0.0125m }, Version = 4 };

        Assert.That(programme.AwardFor(Money.Of(80m), Grade.Gold, Campaign(1.5m)), Is.EqualTo(new Award(Points.Of(1.5m), Grade.Gold, 0.0125m, 1.5m, 0, 4)));
        Assert.That(programme.AwardFor(Money.Of(80m), Grade.Gold), Is.EqualTo(new Award(Points.Of(1m), Grade.Gold, 0.0125m, 1m, null, 4)));
    }

    [TestCase(2, Rounding.Down, "1.35")]
    [TestCase(1, Rounding.Down, "1.3")]
    [TestCase(0, Rounding.Down, "1")]
    [TestCase(1, Rounding.Nearest, "1.4")]
    [TestCase(0, Rounding.Nearest, "1")]
    public void A_gift_is_rounded_as_the_rules_say(int decimals, Rounding rounding, string points)
    {
        var programme = new Programme { Rules = new() { GiftDecimals = decimals, GiftRounding = rounding } };

        Assert.That(programme.AwardFor(Money.Of(90m), Grade.Gold).Points, Is.EqualTo(Points.Of(Decimal(points))));
    }

    [TestCase("1", Grade.Gold, "2026-03-02", 2)]
    [TestCase("1", Grade.Gold, "2026-03-31", 2)]
    [TestCase("1", Grade.Gold, "2026-03-01", null)]
    [TestCase("1", Grade.Gold, "2026-04-01", null)]
    [TestCase("1", Grade.Green, "2026-03-02", null)]
    [TestCase("2", Grade.Gold, "2026-03-02", null)]
    public void A_campaign_is_on_in_its_stores_for_its_grades_on_its_days(string store, Grade grade, string day, int? multiplier)
    {
        var programme = new Programme { Campaigns = [new Campaign(March(2m) with { Stores = [StoreNumber.Of("1")], Grades = [Grade.Gold, Grade.Diamond] })] };

        Assert.That(programme.CampaignFor(StoreNumber.Of(store), grade, Day(day))?.Multiplier, Is.EqualTo((decimal?)multiplier));
    }

    [Test]
    public void Of_campaigns_that_are_on_the_one_that_gives_most_is_taken()
    {
        var programme = new Programme { Campaigns = [new Campaign(March(2m)), new Campaign(March(5m) with { IsCancelled = true }), new Campaign(March(3m)), new Campaign(March(0.5m))] };

        Assert.That(programme.CampaignFor(StoreNumber.Of("1"), Grade.Green, Day("2026-03-02"))?.Multiplier, Is.EqualTo(3m));
    }

    [TestCase("2026-03-02", 24, "2028-03-02")]
    [TestCase("2026-08-31", 6, "2027-02-28")]
    [TestCase("2024-02-29", 12, "2025-02-28")]
    [TestCase("2026-03-02", 1, "2026-04-02")]
    public void A_gift_is_good_for_some_months(string today, int months, string lastDay)
    {
        var programme = new Programme { Rules = new() { GiftValidMonths = months } };

        Assert.That(programme.GiftExpiry(Day(today)), Is.EqualTo(Day(lastDay)));
    }

    [TestCase("1.00", "10", "10")]
    [TestCase("1.00", "0.01", "0.01")]
    [TestCase("0.5", "0.01", "0")]
    [TestCase("0.5", "0.03", "0.01")]
    [TestCase("0.5", "3", "1.5")]
    [TestCase("0.03", "33.33", "0.99")]
    [TestCase("0.03", "33.34", "1")]
    [TestCase("2", "0.01", "0.02")]
    public void What_points_are_worth_is_rounded_down_to_a_fen(string pointValue, string points, string yuan)
    {
        var programme = new Programme { Rules = new() { PointValue = Money.Of(Decimal(pointValue)) } };

        Assert.That(programme.ValueOf(Points.Of(Decimal(points))), Is.EqualTo(Money.Of(Decimal(yuan))));
    }

    [TestCase("0.03", "1.00", 1, "33.34")]
    [TestCase("0.03", "0.01", 3, "1")]
    [TestCase("1.00", "2.50", 4, "10")]
    [TestCase("0.01", "9999999999.99", 999_999, "9999999999.99")]
    public void Tickets_are_worth_the_points_that_pay_them_rounded_up_and_at_most_the_highest_amount(string pointValue, string face, long pieces, string points)
    {
        var programme = new Programme { Rules = new() { PointValue = Money.Of(Decimal(pointValue)) } };

        Assert.That(programme.WorthOf([(Money.Of(Decimal(face)), pieces)]), Is.EqualTo(Points.Of(Decimal(points))));
    }

    [Test]
    public void All_tickets_are_worth_something_together()
    {
        Assert.That((new Programme().WorthOf([(Money.Of(1m), 2), (Money.Of(5m), 1)]), new Programme().WorthOf([])), Is.EqualTo((Points.Of(7m), Points.Zero)));
    }

    [TestCase(0, "2026-03-01")]
    [TestCase(7, "2026-02-22")]
    public void Points_expire_the_day_after_their_last_day_and_the_grace_days(int graceDays, string lastDay)
    {
        var programme = new Programme { Rules = new() { ExpiryGraceDays = graceDays } };

        Assert.That(programme.ExpiredThrough(Day("2026-03-02")), Is.EqualTo(Day(lastDay)));
    }

    [Test]
    public void Of_campaigns_that_give_as_much_the_oldest_is_taken()
    {
        var (older, newer) = (Campaign(2m).With(1), Campaign(2m).With(2));

        Assert.That(new Programme { Campaigns = [newer, older] }.CampaignFor(StoreNumber.Of("1"), Grade.Green, Day("2026-03-02")), Is.SameAs(older));
    }

    [TestCase(1, Rounding.Nearest, "5.00", "0.1")]
    [TestCase(1, Rounding.Nearest, "4.99", "0")]
    [TestCase(1, Rounding.Down, "9.99", "0")]
    [TestCase(0, Rounding.Nearest, "50.00", "1")]
    [TestCase(0, Rounding.Nearest, "49.99", "0")]
    [TestCase(2, Rounding.Nearest, "0.50", "0.01")]
    public void Halves_are_rounded_up_where_the_nearest_is_asked_for(int decimals, Rounding rounding, string cash, string points)
    {
        var programme = new Programme { Rules = new() { GiftDecimals = decimals, GiftRounding = rounding } };

        Assert.That(programme.AwardFor(Money.Of(Decimal(cash)), Grade.Green).Points, Is.EqualTo(Points.Of(Decimal(points))));
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static CampaignProfile March(decimal multiplier) => new("March", multiplier, Day("2026-03-02"), Day("2026-03-31"));

    private static Campaign Campaign(decimal multiplier) => new(March(multiplier));
}
