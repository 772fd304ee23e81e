using Jpos.Domain;
using Jpos.Domain.Programmes;

namespace Jpos.Tests.Unit.Programmes;

/// <summary>The rules that are the same for every card (protocol §4).</summary>
internal sealed class ProgrammeRulesTests
{
    private static readonly ProgrammeRules Rules = new();

    private static readonly TestCaseData[] Raised =
    [
        new TestCaseData(Rules with { PointValue = Money.Of(1.01m) }).SetArgDisplayNames("the value of a point"),
        new TestCaseData(Rules with { AdjustmentLimit = Points.Of(1000.01m) }).SetArgDisplayNames("the limit on adjustments"),
        new TestCaseData(Rules with { AdjustmentLimitOfPerson = Points.Of(10_000.01m) }).SetArgDisplayNames("the limit of a person"),
        new TestCaseData(Rules with { MostPerConsume = Money.Of(50_000.01m) }).SetArgDisplayNames("the limit of a consume"),
        new TestCaseData(Rules with { MostGiftsPerDay = Points.Of(100_000.01m) }).SetArgDisplayNames("the limit of a day"),
        new TestCaseData(Rules with { LargeGift = Points.Of(5_000.01m) }).SetArgDisplayNames("the limit of a gift"),
    ];

    [TestCaseSource(nameof(Raised))]
    public void Each_limit_on_how_points_are_made_counts_when_it_is_raised(ProgrammeRules raised) =>
        Assert.That((raised.RaisesLimitOf(Rules), Rules.RaisesLimitOf(raised)), Is.EqualTo((true, false)));

    [Test]
    public void The_same_limits_raise_nothing() => Assert.That(Rules.RaisesLimitOf(new ProgrammeRules { GoldRate = 1m, PendingDays = 0 }), Is.False);

    [TestCase(Grade.Green, "0.01")]
    [TestCase(Grade.Gold, "0.015")]
    [TestCase(Grade.Platinum, "0.02")]
    [TestCase(Grade.Diamond, "0.03")]
    public void Each_grade_has_its_rate(Grade grade, string rate) => Assert.That(Rules.RateOf(grade), Is.EqualTo(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture)));

    [Test]
    public void A_grade_that_there_is_not_has_no_rate() => Assert.That(() => Rules.RateOf((Grade)9), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Members_get_the_documented_rules_unless_told_otherwise() =>
        Assert.That(
            (Rules.GiftDecimals, Rules.GiftRounding, Rules.GiftValidMonths, Rules.PendingDays, Rules.GiftsAvailableAtOnce, Rules.ExpiryGraceDays, Rules.RefundWindowDays, Rules.RefundMayLeaveDebt),
            Is.EqualTo((2, Rounding.Down, 24, 7, false, 0, 30, false)));

    [Test]
    public void A_version_keeps_its_rules_since_when_and_by_whom()
    {
        var version = new ProgrammeVersion(3, Rules, Given.Utc, "anna");

        Assert.That((version.Number, version.Rules, version.Since, version.By), Is.EqualTo((3, Rules, Given.Utc, "anna")));
    }
}
