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
}
