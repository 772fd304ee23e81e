using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Accounts;

/// <summary>Points added and taken by hand, and the second person.</summary>
internal sealed class AdjustmentUnitTests
{
    [TestCase("60", "40", false)]
    [TestCase("60", "40.01", true)]
    [TestCase("-60", "40", false)]
    [TestCase("-60.01", "40", true)]
    [TestCase("0.01", "0", false)]
    public void More_than_the_limit_of_a_day_needs_a_second_person_whether_added_or_taken(string points, string today, bool needed)
    {
        var limit = Points.Of(100m);

        Assert.That(Adjustment(Number(points)).NeedsSecondPerson(limit, Points.Of(Number(today))), Is.EqualTo(needed));
    }

    [Test]
    public void An_adjustment_keeps_who_asked_for_what_and_when()
    {
        var adjustment = new PointAdjustment(5, 6, 7, Points.Of(5m), Given.NextYear, "goodwill", "Front desk (1)", "anna", Given.Now);

        Assert.That(
            (adjustment.CardId, adjustment.Points, adjustment.ExpiresOn, adjustment.Reason, adjustment.RequestedBy, adjustment.Person, adjustment.RequestedAt, adjustment.Day, adjustment.State),
            Is.EqualTo((7L, Points.Of(5m), (DateOnly?)Given.NextYear, "goodwill", "Front desk (1)", "anna", Given.Utc, Given.Today, AdjustmentState.Pending)));
    }

    [Test]
    public void A_pending_adjustment_expires_at_the_very_end_of_its_lifetime()
    {
        var adjustment = Adjustment(5m);
        var lifetime = new AdjustmentLifetime(3);

        Assert.That(
            (adjustment.StateWhen(lifetime.ExpiredBefore(Given.Utc.AddDays(3).AddTicks(-1))), adjustment.StateWhen(lifetime.ExpiredBefore(Given.Utc.AddDays(3))), adjustment.StateWhen(lifetime.ExpiredBefore(Given.Utc.AddDays(4)))),
            Is.EqualTo((AdjustmentState.Pending, AdjustmentState.Expired, AdjustmentState.Expired)));
    }

    [Test]
    public void A_refused_adjustment_stays_refused_after_its_lifetime()
    {
        var adjustment = Adjustment(5m);

        adjustment.Decide(false, "Manager (2)", "no receipt", Given.Utc.AddHours(1));

        Assert.That(
            (adjustment.State, adjustment.DecidedBy, adjustment.Decision, adjustment.DecidedAt, adjustment.StateWhen(Given.Utc.AddDays(1))),
            Is.EqualTo((AdjustmentState.Refused, "Manager (2)", "no receipt", (DateTime?)Given.Utc.AddHours(1), AdjustmentState.Refused)));
    }

    [Test]
    public void An_approved_adjustment_is_pending_until_its_points_have_moved()
    {
        var adjustment = Adjustment(5m);

        adjustment.Decide(true, "Manager (2)", "fine", Given.Utc);
        var decided = adjustment.State;
        adjustment.MarkApplied(SerialNumber.Of(9));

        Assert.That((decided, adjustment.State, adjustment.Serial), Is.EqualTo((AdjustmentState.Pending, AdjustmentState.Applied, SerialNumber.Of(9))));
    }

    private static PointAdjustment Adjustment(decimal points) => new(1, 1, 1, Points.Of(points), null, "goodwill", "Front desk (1)", "anna", Given.Now);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
