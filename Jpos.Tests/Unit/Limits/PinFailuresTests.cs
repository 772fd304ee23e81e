using Jpos.Domain.Limits;

namespace Jpos.Tests.Unit.Limits;

/// <summary>Wrong PINs of one source (protocol §2 row 17, §9).</summary>
internal sealed class PinFailuresTests
{
    [Test]
    public void So_many_are_too_many_until_ten_minutes_have_passed_since_the_first()
    {
        var failures = Failed(2);

        Assert.That(
            (failures.AreTooMany(2, Given.Utc.AddMinutes(10).AddTicks(-1)), failures.AreTooMany(2, Given.Utc.AddMinutes(10)), failures.AreTooMany(3, Given.Utc), failures.AreTooMany(1, Given.Utc)),
            Is.EqualTo((true, false, false, true)));
    }

    [Test]
    public void Without_a_limit_any_number_may_be_wrong() => Assert.That(Failed(3).AreTooMany(0, Given.Utc), Is.False);

    [Test]
    public void After_ten_minutes_the_count_begins_anew()
    {
        var failures = Failed(2);
        failures.RecordFailure(Given.Utc.AddMinutes(10).AddTicks(-1));
        var within = (failures.Count, failures.Since);

        failures.RecordFailure(Given.Utc.AddMinutes(10));

        Assert.That((within, (failures.Count, failures.Since)), Is.EqualTo(((3, Given.Utc), (1, Given.Utc.AddMinutes(10)))));
    }

    [Test]
    public void Sources_have_names_of_their_own()
    {
        Assert.That(
            (PinFailures.OfTerminal(Given.TerminalNumber, true), PinFailures.OfTerminal(Given.TerminalNumber, false), PinFailures.OfAddress("192.0.2.1"), Failed(1).Source),
            Is.EqualTo(("terminal 10000001", "terminal 10000001 unsigned", "address 192.0.2.1", "address 192.0.2.1")));
    }

    private static PinFailures Failed(int times)
    {
        var failures = new PinFailures(PinFailures.OfAddress("192.0.2.1"), Given.Utc);
        for (var time = 0; time < times; time++)
        {
            failures.RecordFailure(Given.Utc);
        }

        return failures;
    }
}
