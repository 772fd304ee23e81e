using System.Globalization;
using Jpos.Application.Time;
using Jpos.Domain;
using Microsoft.Extensions.Time.Testing;

namespace Jpos.Tests.Unit.Messages;

/// <summary>The one instant of a message.</summary>
internal sealed class ProgrammeClockTests
{
    [Test]
    public void Now_is_in_whole_milliseconds_which_every_database_keeps()
    {
        var clock = new ProgrammeClock(new FakeTimeProvider(new DateTimeOffset(Given.Utc).AddTicks(19_999)), TimeZoneInfo.Utc);

        Assert.That(clock.Now, Is.EqualTo(new Moment(Given.Utc.AddMilliseconds(1), Given.Today)));
    }

    [TestCase("2026-03-01T15:59:59Z", "2026-03-01")]
    [TestCase("2026-03-01T16:00:00Z", "2026-03-02")]
    public void The_day_is_that_of_the_programmes_time_zone(string instant, string day)
    {
        var now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        var clock = new ProgrammeClock(new FakeTimeProvider(now), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

        Assert.That(clock.Now, Is.EqualTo(new Moment(now.UtcDateTime, DateOnly.Parse(day, CultureInfo.InvariantCulture))));
    }
}
