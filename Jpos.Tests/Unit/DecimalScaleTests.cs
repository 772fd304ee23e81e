using Jpos.Domain;

namespace Jpos.Tests.Unit;

/// <summary>Amounts as decimals have no zeros at their end, because answers print them as they are.</summary>
internal sealed class DecimalScaleTests
{
    [TestCase(0, "0")]
    [TestCase(1000, "10")]
    [TestCase(1050, "10.5")]
    [TestCase(1005, "10.05")]
    [TestCase(-1050, "-10.5")]
    public void Points_become_a_decimal_without_zeros_at_its_end(long hundredths, string text) =>
        Assert.That(Points.FromHundredths(hundredths).ToDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(text));

    [TestCase("1.500", "1.5")]
    [TestCase("2.00", "2")]
    [TestCase("0.07", "0.07")]
    public void A_decimal_loses_the_zeros_at_its_end(string number, string text) =>
        Assert.That(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture).WithoutTrailingZeros().ToString(System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(text));
}
