using Jpos.Domain.Limits;

namespace Jpos.Tests.Unit.Limits;

/// <summary>Who is refused too often (protocol §9).</summary>
internal sealed class AddressFailuresTests
{
    [Test]
    public void After_so_many_there_are_too_many_until_ten_minutes_have_passed()
    {
        var failures = new AddressFailures("192.0.2.1", Given.Utc);
        bool Another(int minutes) => failures.CountAnother(2, Given.Utc.AddMinutes(minutes));

        Assert.That((Another(0), Another(1), Another(2), Another(9), Another(10), Another(11), Another(12)), Is.EqualTo((false, false, true, true, false, false, true)));
    }

    [Test]
    public void Those_that_are_too_many_are_not_counted()
    {
        var failures = new AddressFailures("192.0.2.1", Given.Utc);
        for (var time = 0; time < 10; time++)
        {
            failures.CountAnother(2, Given.Utc);
        }

        Assert.That((failures.Count, failures.Since), Is.EqualTo((2, Given.Utc)));
    }
}
