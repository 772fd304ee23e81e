using Jpos.Domain;

namespace Jpos.Tests.Unit;

/// <summary>Points and money, exact to a hundredth (protocol §1).</summary>
internal sealed class AmountsTests
{
    private static readonly decimal[] ThreePlaces = [0.001m, 1.005m, -0.015m, 9_999_999_999.991m];

    [TestCaseSource(nameof(ThreePlaces))]
    public void A_third_decimal_is_refused(decimal amount)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Points.Of(amount), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => Money.Of(amount), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public void A_third_decimal_of_zero_is_none()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Points.Of(1.230m), Is.EqualTo(Points.FromHundredths(123)));
            Assert.That(Money.Of(1.230m), Is.EqualTo(Money.FromFen(123)));
        }
    }

    [TestCase(1000, "10")]
    [TestCase(50, "0.5")]
    [TestCase(25, "0.25")]
    [TestCase(0, "0")]
    [TestCase(-1050, "-10.5")]
    [TestCase(-7, "-0.07")]
    [TestCase(10000, "100")]
    [TestCase(999_999_999_999, "9999999999.99")]
    public void An_amount_prints_as_few_decimals_as_it_needs(long hundredths, string text)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(System.Text.Json.JsonSerializer.Serialize(Points.FromHundredths(hundredths).ToDecimal()), Is.EqualTo(text));
            Assert.That(System.Text.Json.JsonSerializer.Serialize(Money.FromFen(hundredths).ToDecimal()), Is.EqualTo(text));
            Assert.That(Points.FromHundredths(hundredths).ToString(), Is.EqualTo(text));
            Assert.That(Money.FromFen(hundredths).ToString(), Is.EqualTo(text));
        }
    }

    [Test]
    public void Points_do_not_overflow_silently()
    {
        var most = Points.FromHundredths(long.MaxValue);
        var least = Points.FromHundredths(long.MinValue);
        var one = Points.FromHundredths(1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => most + one, Throws.InstanceOf<OverflowException>());
            Assert.That(() => least - one, Throws.InstanceOf<OverflowException>());
            Assert.That(() => -least, Throws.InstanceOf<OverflowException>());
            Assert.That(() => new[] { most, one }.Sum(), Throws.InstanceOf<OverflowException>());
            Assert.That(() => Points.Of(decimal.MaxValue), Throws.InstanceOf<OverflowException>());
            Assert.That(() => Points.Of(100_000_000_000_000_000m), Throws.InstanceOf<OverflowException>());
        }
    }

    [Test]
    public void Money_does_not_overflow_silently()
    {
        var most = Money.FromFen(long.MaxValue);
        var one = Money.FromFen(1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => most + one, Throws.InstanceOf<OverflowException>());
            Assert.That(() => Money.FromFen(long.MinValue) - one, Throws.InstanceOf<OverflowException>());
            Assert.That(() => most * 2, Throws.InstanceOf<OverflowException>());
            Assert.That(() => Money.Of(100_000_000_000_000_000m), Throws.InstanceOf<OverflowException>());
        }
    }

    [Test]
    public void Amounts_compare_by_value()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Points.Of(1m) < Points.Of(1.01m) && Points.Of(1m) <= Points.Of(1m) && Points.Of(2m) > Points.Of(1m) && Points.Of(2m) >= Points.Of(2m), Is.True);
            Assert.That(Money.Of(1m) < Money.Of(1.01m) && Money.Of(1m) <= Money.Of(1m) && Money.Of(2m) > Money.Of(1m) && Money.Of(2m) >= Money.Of(2m), Is.True);
            Assert.That(Points.Min(Points.Of(3m), Points.Of(-3m)), Is.EqualTo(Points.Of(-3m)));
            Assert.That(Points.Of(10m), Is.EqualTo(Points.Of(10.00m)));
            Assert.That(Money.Of(10m), Is.EqualTo(Money.Of(10.00m)));
            Assert.That(new[] { Points.Of(3m), Points.Of(1m), Points.Of(2m) }.Order(), Is.EqualTo(new[] { Points.Of(1m), Points.Of(2m), Points.Of(3m) }));
            Assert.That(new[] { Money.Of(3m), Money.Of(1m) }.Max(), Is.EqualTo(Money.Of(3m)));
        }
    }

    [Test]
    public void The_default_is_nothing()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(default(Points).IsZero, Is.True);
            Assert.That(default(Money).IsZero, Is.True);
            Assert.That(Array.Empty<Points>().Sum(), Is.EqualTo(Points.Zero));
        }
    }
}
