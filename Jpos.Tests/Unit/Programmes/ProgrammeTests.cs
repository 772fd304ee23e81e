using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Programmes;

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
        var programme = new Programme { PointValue = Money.Of(Decimal(pointValue)) };

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
        var award = new Programme().AwardFor(Money.Of(Decimal(cash)), grade, Decimal(multiplier));

        Assert.That(award.Points, Is.EqualTo(Points.Of(Decimal(points))));
    }

    [Test]
    public void An_award_is_rounded_once_after_rate_and_multiplier()
    {
        // 0.67 × 0.015 = 0.010 05; × 2 = 0.0201. Rounded in between it would be 0.02 too; 0.99 × 0.01 × 3 = 0.0297 tells them apart: 0.02, not 0.
        var award = new Programme().AwardFor(Money.Of(0.99m), Grade.Green, 3m);

        Assert.That(award.Points, Is.EqualTo(Points.Of(0.02m)));
    }

    [Test]
    public void An_award_keeps_the_rule_that_gave_it()
    {
        var award = new Programme { Rates = new Dictionary<Grade, decimal> { [Grade.Gold] = 0.0125m } }.AwardFor(Money.Of(80m), Grade.Gold, 1.5m);

        Assert.That(award, Is.EqualTo(new Award(Points.Of(1.5m), Grade.Gold, 0.0125m, 1.5m)));
    }

    [TestCase("2026-03-02", 24, "2028-03-02")]
    [TestCase("2026-08-31", 6, "2027-02-28")]
    [TestCase("2024-02-29", 12, "2025-02-28")]
    [TestCase("2026-03-02", 1, "2026-04-02")]
    public void A_gift_is_good_for_some_months(string today, int months, string lastDay)
    {
        var programme = new Programme { GiftValidMonths = months };

        Assert.That(programme.GiftExpiry(Day(today)), Is.EqualTo(Day(lastDay)));
    }

    [TestCase("2026-03-01T15:59:59Z", "2026-03-01")]
    [TestCase("2026-03-01T16:00:00Z", "2026-03-02")]
    public void The_day_is_that_of_the_programmes_time_zone(string instant, string day)
    {
        var programme = new Programme { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };
        var now = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

        Assert.That(programme.At(now), Is.EqualTo(new Moment(now.UtcDateTime, Day(day))));
    }

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
