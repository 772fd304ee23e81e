using Jpos.Domain.Text;

namespace Jpos.Tests.Unit.TextForms;

internal sealed class FieldRulesTests
{
    [Test]
    public void A_text_with_a_character_that_shows_nothing_is_refused(
        [Values(0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F, 0x200B, 0x2060, 0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xE0041)] int hidden) =>
        Assert.That(FieldRules.IsText("Root" + char.ConvertFromUtf32(hidden), 50), Is.False);

    [TestCase("张三")]
    [TestCase("葛\U000E0100城")]
    [TestCase("Zoë")]
    [TestCase("❤\uFE0F")]
    [TestCase("김철수")]
    [TestCase("គឹម")]
    public void Names_of_people_are_texts(string name) => Assert.That(FieldRules.IsText(name, 50), Is.True);

    [TestCase("a\u0007b")]
    [TestCase("a\nb")]
    [TestCase("a\u2028b")]
    [TestCase("a\u2029b")]
    public void A_text_with_a_control_or_a_line_break_is_refused(string text) => Assert.That(FieldRules.IsText(text, 50), Is.False);

    [TestCase('\uD842')]
    [TestCase('\uDFB7')]
    public void A_text_with_half_of_a_surrogate_pair_is_refused(char half) => Assert.That((FieldRules.IsText($"a{half}", 50), FieldRules.IsText($"{half}b", 50)), Is.EqualTo((false, false)));

    [TestCase(5, true)]
    [TestCase(6, false)]
    public void Letters_are_counted_and_not_their_halves(int letters, bool isText)
    {
        var (plain, wide) = (new string('a', letters), string.Concat(Enumerable.Repeat("𠮷", letters)));

        Assert.That((FieldRules.Letters(wide), FieldRules.IsText(plain, 5), FieldRules.IsText(wide, 5)), Is.EqualTo((letters, isText, isText)));
    }

    [TestCase("0", true)]
    [TestCase("0.01", true)]
    [TestCase("9999999999.99", true)]
    [TestCase("10000000000", false)]
    [TestCase("-0.01", false)]
    [TestCase("0.001", false)]
    public void An_amount_has_two_places_and_a_highest_value(string amount, bool isAmount) =>
        Assert.That(FieldRules.IsAmount(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(isAmount));
}
