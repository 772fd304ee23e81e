using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Protocol;

/// <summary>Numbers and names of the field table (protocol §1).</summary>
internal sealed class NumberFieldsTests
{
    [TestCase("1", "000001")]
    [TestCase("000001", "000001")]
    [TestCase("12345", "012345")]
    [TestCase("999999", "999999")]
    [TestCase("0", null)]
    [TestCase("000000", null)]
    [TestCase("0000001", null)]
    [TestCase("1000000", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    [TestCase("-1", null)]
    [TestCase("+1", null)]
    [TestCase(" 1", null)]
    [TestCase("1.0", null)]
    [TestCase("1a", null)]
    [TestCase("１", null, Description = "a digit of Unicode, not of ASCII")]
    [TestCase("٣", null)]
    public void Trace_and_batch_numbers_are_1_to_6_digits_and_not_zero(string? text, string? six)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TraceNumber.TryParse(text, out var trace), Is.EqualTo(six is not null));
            Assert.That(trace?.ToString(), Is.EqualTo(six));
            Assert.That(BatchNumber.TryParse(text, out var batch), Is.EqualTo(six is not null));
            Assert.That(batch?.ToString(), Is.EqualTo(six));
        }
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(1_000_000)]
    public void A_number_out_of_range_is_none(int value)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => TraceNumber.Of(value), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => BatchNumber.Of(value), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }

    [TestCase(1, 2)]
    [TestCase(999_998, 999_999)]
    [TestCase(999_999, 1)]
    public void Batch_numbers_begin_again_after_999999(int number, int next) => Assert.That(BatchNumber.Of(number).Next, Is.EqualTo(BatchNumber.Of(next)));

    [TestCase("100000000012", true)]
    [TestCase("000000000001", true)]
    [TestCase("999999999999", true)]
    [TestCase("12345678901", false)]
    [TestCase("1234567890123", false)]
    [TestCase("10000000001a", false)]
    [TestCase("-00000000001", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void A_serial_number_is_exactly_12_digits(string? text, bool isOne)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SerialNumber.TryParse(text, out var serial), Is.EqualTo(isOne));
            Assert.That(serial?.ToString(), Is.EqualTo(isOne ? text : null));
        }
    }

    [TestCase(-1)]
    [TestCase(1_000_000_000_000)]
    public void A_serial_number_that_does_not_fit_is_none(long value) => Assert.That(() => SerialNumber.Of(value), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase("1", true)]
    [TestCase("S0000001", true)]
    [TestCase("100000000000001", true)]
    [TestCase("1000000000000001", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    [TestCase("S-1", false)]
    [TestCase("S 1", false)]
    [TestCase("店", false)]
    [TestCase("Ｓ", false)]
    public void A_store_number_is_1_to_15_letters_or_digits(string? text, bool isOne)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(StoreNumber.TryParse(text, out var store), Is.EqualTo(isOne));
            Assert.That(store?.ToString(), Is.EqualTo(isOne ? text : null));
            Assert.That(() => StoreNumber.Of(text!), isOne ? Throws.Nothing : Throws.InstanceOf<FormatException>());
        }
    }

    [TestCase("1", true)]
    [TestCase("T0000001", true)]
    [TestCase("T00000001", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    [TestCase("T_1", false)]
    public void Terminal_and_operator_numbers_are_1_to_8_letters_or_digits(string? text, bool isOne)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TerminalNumber.TryParse(text, out var terminal), Is.EqualTo(isOne));
            Assert.That(terminal?.ToString(), Is.EqualTo(isOne ? text : null));
            Assert.That(() => TerminalNumber.Of(text!), isOne ? Throws.Nothing : Throws.InstanceOf<FormatException>());
            Assert.That(OperatorNumber.TryParse(text, out var number), Is.EqualTo(isOne));
            Assert.That(number?.ToString(), Is.EqualTo(isOne ? text : null));
            Assert.That(() => OperatorNumber.Of(text!), isOne ? Throws.Nothing : Throws.InstanceOf<FormatException>());
        }
    }

    [TestCase("A", true)]
    [TestCase("收银 12/3", true)]
    [TestCase("", false)]
    [TestCase(null, false)]
    [TestCase("a\nb", false)]
    [TestCase("a\0", false)]
    public void A_register_trace_is_printable(string? text, bool isOne)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RegisterTrace.TryParse(text, out var trace), Is.EqualTo(isOne));
            Assert.That(trace?.ToString(), Is.EqualTo(isOne ? text : null));
            Assert.That(() => RegisterTrace.Of(text!), isOne ? Throws.Nothing : Throws.InstanceOf<FormatException>());
        }
    }

    [TestCase(RegisterTrace.Longest, true)]
    [TestCase(RegisterTrace.Longest + 1, false)]
    public void A_register_trace_has_a_longest(int length, bool isOne) => Assert.That(RegisterTrace.TryParse(new string('1', length), out _), Is.EqualTo(isOne));

    [Test]
    public void The_ends_of_the_ranges_of_numbers_are_in_them()
    {
        Assert.That(
            (SerialNumber.Of(0).ToString(), SerialNumber.Of(999_999_999_999).ToString(), TraceNumber.Of(1).ToString(), TraceNumber.Of(999_999).ToString()),
            Is.EqualTo(("000000000000", "999999999999", "000001", "999999")));
    }

    [Test]
    public void A_documents_number_is_never_printed() => Assert.That(IdentityNumber.Of("11010519491231002X").ToString(), Is.EqualTo("***"));

    [TestCase("1415125804", 1_415_125_804L)]
    [TestCase("1415125804472", 1_415_125_804L, Description = "milliseconds, as the document's samples")]
    [TestCase("99999999999", 99_999_999_999L, Description = "the largest that is seconds")]
    [TestCase("100000000000", 100_000_000L, Description = "the smallest that is milliseconds")]
    [TestCase("253402300799999", 253_402_300_799L, Description = "the last second of the year 9999")]
    [TestCase("253402300800000", null)]
    [TestCase("0", 0L)]
    [TestCase("-1", null)]
    [TestCase("1415125804.5", null)]
    [TestCase("20141105", 20_141_105L)]
    [TestCase("", null)]
    [TestCase(null, null)]
    [TestCase("now", null)]
    [TestCase("999999999999999", null, Description = "no instant that there will be")]
    public void A_time_is_seconds_or_above_99999999999_milliseconds(string? text, long? seconds)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RequestTime.TryParse(text, out var time), Is.EqualTo(seconds is not null));
            Assert.That(time?.Utc, Is.EqualTo(seconds is { } value ? DateTime.UnixEpoch.AddSeconds(value) : (DateTime?)null));
        }
    }
}
