using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Cards;

/// <summary>Which numbers a card product allows, and which digits in a text are one of its numbers.</summary>
internal sealed class CardNumberRuleTests
{
    private static readonly CardNumberRule Usual = new(NumberLengths.Usual, NumberPrefixes.Any, HasCheckDigit: true);

    [TestCase("9900000000000010", null)]
    [TestCase("9900000000000011", "The last digit must be a Luhn check digit, as the card product requires.")]
    [TestCase("990000000000", "The number must have 16 digits, as the card product requires. Leading zeros are digits.")]
    [TestCase("9900000000000000010", "The number must have 16 digits, as the card product requires. Leading zeros are digits.")]
    public void A_product_that_says_nothing_has_numbers_of_16_digits_with_any_prefix(string number, string? why) => Assert.That(Usual.Refuse(CardNumber.Of(number)), Is.EqualTo(why));

    [Test]
    public void What_is_allowed_is_told()
    {
        var rule = new CardNumberRule(NumberLengths.Of("16,19"), NumberPrefixes.Of("0012,98"), HasCheckDigit: false);
        Assert.That(rule.Refuse(CardNumber.Of("12345678901234567")), Does.StartWith("The number must have 16 or 19 digits"));
        Assert.That(rule.Refuse(CardNumber.Of("1234567890123456")), Does.StartWith("The number must begin with 0012 or 98"));
        Assert.That(rule.Refuse(CardNumber.Of("0012567890123456")), Is.Null);
    }

    [Test]
    public void Twelve_digits_are_a_card_number_only_by_a_prefix()
    {
        var (any, one) = (new CardNumberRule(NumberLengths.Of("12"), NumberPrefixes.Any, false), new CardNumberRule(NumberLengths.Of("12"), NumberPrefixes.Of("62"), false));
        Assert.That((any.Matches("620000000000"), one.Matches("620000000000"), one.Matches("100000000001")), Is.EqualTo((false, true, false)));
    }

    [TestCase("", false)]
    [TestCase("9900000000000010", true)]
    [TestCase("x9900000000000010=2512", true)]
    [TestCase("99 9900000000000010", true)]
    [TestCase("9900 0000 0000 0010", true)]
    [TestCase("1234-9900-0000-0000-0010-5", true)]
    [TestCase("9900  0000 0000 0010", false)]
    [TestCase("990000 0000000010", false)]
    [TestCase("9900000000000010990000000000001", false)]
    [TestCase("９９００００００００００００１０", true)]
    public void Digits_in_a_run_or_in_groups_of_four_are_found(string text, bool isFound) => Assert.That(CardNumberSearch.MayHold(text) && CardNumberSearch.Holds(text, [Usual]), Is.EqualTo(isFound));
}
