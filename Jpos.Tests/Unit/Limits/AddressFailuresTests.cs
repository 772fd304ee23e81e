using Jpos.Domain.Limits;

namespace Jpos.Tests.Unit.Limits;

/// <summary>Who is refused too often (protocol §9).</summary>
internal sealed class AddressFailuresTests
{
    [Test]
    public void So_many_are_too_many_until_ten_minutes_have_passed_since_the_first()
    {
        var failures = new AddressFailures("192.0.2.1", Given.Utc);
        failures.RecordFailure(Given.Utc);
        var one = failures.BlockedUntil(2, Given.Utc);
        failures.RecordFailure(Given.Utc.AddMinutes(9));

        Assert.That(
            (one, failures.BlockedUntil(2, Given.Utc.AddMinutes(9)), failures.BlockedUntil(3, Given.Utc.AddMinutes(9)), failures.BlockedUntil(2, Given.Utc.AddMinutes(10))),
            Is.EqualTo(((DateTime?)null, (DateTime?)Given.Utc.AddMinutes(10), (DateTime?)null, (DateTime?)null)));
    }

    [Test]
    public void After_ten_minutes_the_count_begins_anew()
    {
        var failures = new AddressFailures("192.0.2.1", Given.Utc);
        failures.RecordFailure(Given.Utc);
        failures.RecordFailure(Given.Utc.AddMinutes(10));

        Assert.That((failures.Count, failures.Since), Is.EqualTo((1, Given.Utc.AddMinutes(10))));
    }

    [Test]
    public void Failures_are_those_of_their_address_since_the_first()
    {
        var failures = new AddressFailures("192.0.2.1", Given.Utc);

        Assert.That((failures.Address, failures.Since, failures.Count), Is.EqualTo(("192.0.2.1", Given.Utc, 0)));
    }
}
