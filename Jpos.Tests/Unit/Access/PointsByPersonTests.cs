using Jpos.Domain;
using Jpos.Domain.Access;
using Jpos.Domain.Text;

namespace Jpos.Tests.Unit.Access;

/// <summary>What one person moves in a day.</summary>
internal sealed class PointsByPersonTests
{
    private static readonly Points Limit = Points.Of(100m);

    [Test]
    public void Added_and_taken_points_count_together()
    {
        var moved = new DailyPointsByPerson("somebody", Given.Today);

        moved.Add(Points.Of(60m));
        moved.Add(Points.Of(-30m));

        Assert.That((moved.Total, moved.Exceeds(Points.Of(10m), Limit), moved.Exceeds(Points.Of(-10m), Limit)), Is.EqualTo((Points.Of(90m), false, false)));
        Assert.That((moved.Exceeds(Points.Of(10.01m), Limit), moved.Exceeds(Points.Of(-10.01m), Limit)), Is.EqualTo((true, true)));
    }

    [Test]
    public void A_sum_never_overflows()
    {
        var moved = new DailyPointsByPerson("somebody", Given.Today);

        for (var time = 0; time < 3; time++)
        {
            moved.Add(Points.Of(FieldRules.LargestAmount));
        }

        Assert.That((moved.Total, moved.Exceeds(Points.Of(0.01m), Points.Of(FieldRules.LargestAmount))), Is.EqualTo((Points.Of(FieldRules.LargestAmount), true)));
    }
}
