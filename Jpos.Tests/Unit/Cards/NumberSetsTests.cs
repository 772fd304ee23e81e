using Jpos.Domain.Cards;

namespace Jpos.Tests.Unit.Cards;

/// <summary>The lengths and prefixes of a product's card numbers.</summary>
internal sealed class NumberSetsTests
{
    [TestCase("16", "16", "16")]
    [TestCase("19 12", "12,19", "12 or 19")]
    [TestCase("12 13 14 15 16 17 18 19", "12,13,14,15,16,17,18,19", "12 or 13 or 14 or 15 or 16 or 17 or 18 or 19")]
    public void Lengths_are_kept_in_ascending_order(string lengths, string text, string sentence)
    {
        var isMade = NumberLengths.TryMake(Numbers(lengths), out var made);

        Assert.That((isMade, made?.Text, made?.ToString(), made), Is.EqualTo((true, text, sentence, NumberLengths.Of(text))));
        Assert.That(made?.GetHashCode(), Is.EqualTo(NumberLengths.Of(text).GetHashCode()));
    }

    [TestCase("")]
    [TestCase("11")]
    [TestCase("20")]
    [TestCase("16 20")]
    [TestCase("16 16")]
    public void No_lengths_one_out_of_range_or_one_twice_are_refused(string lengths) =>
        Assert.That((NumberLengths.TryMake(Numbers(lengths), out var made), made), Is.EqualTo((false, (NumberLengths?)null)));

    [Test]
    public void Other_lengths_are_not_equal() => Assert.That((NumberLengths.Of("16").Equals(NumberLengths.Of("19")), NumberLengths.Of("16").Equals(null)), Is.EqualTo((false, false)));

    [TestCase("", "", "")]
    [TestCase("98 0012", "0012,98", "0012 or 98")]
    [TestCase("9", "9", "9")]
    [TestCase("12345678901", "12345678901", "12345678901")]
    public void Prefixes_are_kept_in_order(string prefixes, string text, string sentence)
    {
        var isMade = NumberPrefixes.TryMake(prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var made);

        Assert.That((isMade, made?.Text, made?.ToString(), made), Is.EqualTo((true, text, sentence, NumberPrefixes.Of(text))));
        Assert.That(made?.GetHashCode(), Is.EqualTo(NumberPrefixes.Of(text).GetHashCode()));
    }

    [Test]
    public void Twenty_prefixes_are_the_most()
    {
        string[] twenty = [.. Enumerable.Range(10, 20).Select(number => $"{number}")];

        Assert.That((NumberPrefixes.TryMake(twenty, out _), NumberPrefixes.TryMake([.. twenty, "99"], out _)), Is.EqualTo((true, false)));
    }

    [TestCase("")]
    [TestCase("123456789012")]
    [TestCase("12a")]
    [TestCase("１２")]
    [TestCase(null)]
    [TestCase("98")]
    public void A_malformed_prefix_or_one_that_is_there_twice_is_refused(string? prefix) =>
        Assert.That((NumberPrefixes.TryMake(["98", prefix], out var made), made), Is.EqualTo((false, (NumberPrefixes?)null)));

    [TestCase("", "9900000000000010", true)]
    [TestCase("98,99", "9900000000000010", true)]
    [TestCase("98,97", "9900000000000010", false)]
    [TestCase("0", "9900000000000010", false)]
    public void A_number_is_allowed_by_one_prefix_and_by_none_at_all(string prefixes, string number, bool isAllowed) =>
        Assert.That((NumberPrefixes.Of(prefixes).Allow(number), NumberPrefixes.Of(prefixes).IsAny), Is.EqualTo((isAllowed, prefixes.Length == 0)));

    [Test]
    public void Other_prefixes_are_not_equal() => Assert.That((NumberPrefixes.Of("98").Equals(NumberPrefixes.Of("99")), NumberPrefixes.Of("98").Equals(null)), Is.EqualTo((false, false)));

    [TestCase("card 9900 0000 0000 0010", "990000000000 9900000000000010 000000000010")]
    [TestCase("990000000000-0010", "990000000000")]
    [TestCase("12345678901", "")]
    [TestCase("12345678901234567890", "")]
    [TestCase("123456789012 and 1234567890123456789", "123456789012 1234567890123456789")]
    public void Digits_that_may_be_a_cards_number_are_candidates(string text, string candidates) =>
        Assert.That(string.Join(' ', CardNumberSearch.Candidates(text).Select(number => number.Value)), Is.EqualTo(candidates));

    [TestCase("12345678901", false)]
    [TestCase("123456789012", true)]
    [TestCase("1234 5678 9012", true)]
    public void Twelve_digits_may_hold_a_card_number(string text, bool may) => Assert.That(CardNumberSearch.MayHold(text), Is.EqualTo(may));

    [TestCase(false)]
    [TestCase(true)]
    public void A_rule_without_check_digits_finds_any_number(bool hasCheckDigit) =>
        Assert.That(new CardNumberRule(NumberLengths.Usual, NumberPrefixes.Any, hasCheckDigit).Matches("9900000000000011"), Is.EqualTo(!hasCheckDigit));

    [Test]
    public void A_number_of_another_prefix_is_not_found() =>
        Assert.That(new CardNumberRule(NumberLengths.Usual, NumberPrefixes.Of("98"), false).Matches("9900000000000010"), Is.False);

    [Test]
    public void A_number_is_found_by_any_of_several_rules() =>
        Assert.That(CardNumberSearch.Holds("9900000000000011", [new(NumberLengths.Of("19"), NumberPrefixes.Any, false), new(NumberLengths.Usual, NumberPrefixes.Any, false)]), Is.True);

    private static int[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
