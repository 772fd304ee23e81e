using Jpos.Api.Logging;

namespace Jpos.Tests.Unit.Logging;

/// <summary>The net under what is logged: card numbers keep their first 6 and last 4 digits (protocol §9).</summary>
internal sealed class CardMaskTests
{
    [TestCase("card 9900000000000010 paid", "card 990000******0010 paid")]
    [TestCase("123456789012", "123456******9012", Description = "12 digits, the shortest")]
    [TestCase("1234567890123456789", "123456******6789", Description = "19 digits, the longest")]
    [TestCase("cardNo=9900000000000010&traceNo=000001", "cardNo=990000******0010&traceNo=000001")]
    [TestCase("\"9900000000000010\",\"9900000000000028\"", "\"990000******0010\",\"990000******0028\"")]
    [TestCase("PAN9900000000000010D", "PAN990000******0010D")]
    [TestCase("卡9900000000000010号", "卡990000******0010号")]
    public void A_card_number_is_masked_wherever_it_stands(string text, string masked) => Assert.That(CardMask.Mask(text), Is.EqualTo(masked));

    [TestCase("9900000000000010=2512101123")]
    [TestCase("9900000000000010D25121011234567890")]
    public void The_card_number_in_a_track_is_masked(string track) => Assert.That(CardMask.Mask(track), Does.StartWith("990000******0010").And.Not.Contain("9900000000000010"));

    [TestCase("12345678901")]
    [TestCase("000001")]
    [TestCase("990000******0010")]
    [TestCase("2026-03-02 12:00:00.0000")]
    [TestCase("")]
    public void Anything_else_is_left_as_it_is(string text) => Assert.That(CardMask.Mask(text), Is.EqualTo(text));

    [Test]
    public void Masking_twice_is_masking_once()
    {
        var masked = CardMask.Mask("9900000000000010");

        Assert.That(CardMask.Mask(masked), Is.EqualTo(masked));
    }
}
