using Jpos.Application.Messages;
using Jpos.Domain;
using Jpos.Domain.Programmes;
using Microsoft.Extensions.Time.Testing;

namespace Jpos.Tests.Unit.Messages;

/// <summary>The one instant of a message.</summary>
internal sealed class ProgrammeClockTests
{
    [Test]
    public void Now_is_in_whole_milliseconds_which_every_database_keeps()
    {
        var clock = new ProgrammeClock(new FakeTimeProvider(new DateTimeOffset(Given.Utc).AddTicks(19_999)), new Programme());

        Assert.That(clock.Now, Is.EqualTo(new Moment(Given.Utc.AddMilliseconds(1), Given.Today)));
    }
}
