using Jpos.Domain;
using Jpos.Domain.Cards;

namespace Jpos.Tests.Unit.Cards;

/// <summary>What all cards of one kind share.</summary>
internal sealed class CardProductUnitTests
{
    [Test]
    public void A_product_that_says_nothing_has_no_limits()
    {
        var product = new CardProduct(new("会员卡"));

        Assert.That(
            (product.Name, product.HasCheckDigit, product.NumberLengths, product.NumberPrefixes, product.RequiresPin, product.DeniedOperations, product.MostPerConsume, product.MostConsumesPerDay),
            Is.EqualTo(("会员卡", true, NumberLengths.Usual, NumberPrefixes.Any, false, Operations.None, (Money?)null, (int?)null)));
        Assert.That(product.RefuseOverLimit(Money.Of(9_999_999_999.99m), int.MaxValue), Is.Null);
    }

    [TestCase("100", 2, null)]
    [TestCase("100.01", 2, "61")]
    [TestCase("100", 3, "65")]
    [TestCase("100", 4, "65")]
    [TestCase("100.01", 3, "61")]
    public void A_consume_at_a_limit_of_the_product_is_allowed_and_above_it_declined(string amount, int consumesToday, string? code) =>
        Assert.That(new CardProduct(Limited).RefuseOverLimit(Money.Of(Number(amount)), consumesToday)?.Code.Code, Is.EqualTo(code));

    [Test]
    public void What_is_said_of_a_product_replaces_what_was_said_before()
    {
        var product = new CardProduct(new("会员卡"));

        product.Change(Limited);

        Assert.That(
            (product.Name, product.HasCheckDigit, product.NumberRule, product.RequiresPin, product.DeniedOperations, product.MostPerConsume, product.MostConsumesPerDay),
            Is.EqualTo(("Limited", false, new CardNumberRule(NumberLengths.Of("19"), NumberPrefixes.Of("98"), false), true, Operations.Refund, (Money?)Money.Of(100m), (int?)3)));
    }

    [Test]
    public void The_back_office_is_called_about_a_limit_that_is_raised_and_a_PIN_that_is_not_asked_for()
    {
        var product = new CardProduct(Limited);

        Assert.That(product.AlertsOf(Limited), Is.Empty);
        Assert.That(product.AlertsOf(Limited with { MostPerConsume = Money.Of(99m), MostConsumesPerDay = 2 }), Is.Empty);
        Assert.That(product.AlertsOf(Limited with { MostPerConsume = Money.Of(100.01m) }), Is.EqualTo([AlertKind.LimitRaised]));
        Assert.That(product.AlertsOf(Limited with { MostConsumesPerDay = null }), Is.EqualTo([AlertKind.LimitRaised]));
        Assert.That(product.AlertsOf(Limited with { RequiresPin = false, MostConsumesPerDay = 4 }), Is.EqualTo([AlertKind.LimitRaised, AlertKind.PinTurnedOff]));
        Assert.That(new CardProduct(Limited with { RequiresPin = false }).AlertsOf(Limited with { RequiresPin = false }), Is.Empty);
        Assert.That(new CardProduct(Limited with { RequiresPin = false }).AlertsOf(Limited), Is.Empty);
    }

    private static CardProductProfile Limited => new("Limited")
    {
        HasCheckDigit = false,
        NumberLengths = NumberLengths.Of("19"),
        NumberPrefixes = NumberPrefixes.Of("98"),
        RequiresPin = true,
        DeniedOperations = Operations.Refund,
        MostPerConsume = Money.Of(100m),
        MostConsumesPerDay = 3,
    };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
