using System.Text;
using Jpos.Domain.Keys;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Security.Software;

namespace Jpos.Tests.Unit.Security;

/// <summary>PIN blocks of ISO 9564, formats 0 and 4: published vectors (crypto vectors C; protocol §9).</summary>
internal sealed class PinBlockVectorsTests
{
    private const string Card = "8688880012345671";
    private const string PinKey = "101013131515161619191A1A1C1C1F1F";
    private const string AesPinKey = "603DEB1015CA71BE2B73AEF0857D7781";

    [TestCase(KeyAlgorithm.TripleDes, PinKey, "03B1E2CF2F2A2C1D", "123456")]
    [TestCase(KeyAlgorithm.TripleDes, PinKey, "F44522DE3D73AF75", "1234")]
    [TestCase(KeyAlgorithm.Aes128, AesPinKey, "6E96175A21A59DB82BF29F6962E51C38", "123456")]
    public void An_encrypted_block_gives_its_pin(KeyAlgorithm form, string key, string block, string pin) =>
        Assert.That(Decode(form, key, block, Card), Is.EqualTo(pin));

    [TestCase("123456789012345678", "061253DFFEDCBA98", "123456")]
    [TestCase("1234567890123456", "0612713176FEDCBA", "123456")]
    [TestCase(Card, "0612BCD6FEDCBA98", "123456")]
    [TestCase(Card, "041234FFFFFFFFFF", null, Description = "the PIN alone, not with a card number")]
    [TestCase(Card, "1612BCD6FEDCBA98", null, Description = "another format")]
    [TestCase(Card, "0D12BCD6FEDCBA98", null, Description = "13 digits")]
    [TestCase(Card, "0312BCD6FEDCBA98", null, Description = "3 digits")]
    [TestCase(Card, "06A2BCD6FEDCBA98", null, Description = "a digit above 9")]
    [TestCase(Card, "0612BCD6FEDCBA99", null, Description = "a filler that is none")]
    [TestCase("8688880012345689", "0612BCD6FEDCBA98", null, Description = "another card: the last digit differs in the filler")]
    public void A_clear_block_of_format_0_gives_its_pin_or_nothing(string card, string clear, string? pin)
    {
        var block = Encrypted(KeyAlgorithm.TripleDes, PinKey, clear);

        Assert.That(Decode(KeyAlgorithm.TripleDes, PinKey, block, card), Is.EqualTo(pin));
    }

    [TestCase("4612345678901234AAAA", null, Description = "digits where the filler has to be")]
    [TestCase("46123456AAAAAAAA0011223344556677", "123456")]
    [TestCase("4C123456789012AA0011223344556677", "123456789012")]
    [TestCase("06123456AAAAAAAA0011223344556677", null, Description = "another format")]
    [TestCase("46123456FFFFFFFF0011223344556677", null, Description = "the filler of format 0")]
    [TestCase("4D1234567890123A0011223344556677", null, Description = "13 digits")]
    public void A_clear_field_of_format_4_gives_its_pin_or_nothing(string field, string? pin)
    {
        var text = field.PadRight(32, '0');
        var first = Convert.FromHexString(Encrypted(KeyAlgorithm.Sm4, AesPinKey, text));
        var card = Convert.FromHexString($"4{Card}".PadRight(32, '0'));
        var block = Encrypted(KeyAlgorithm.Sm4, AesPinKey, Convert.ToHexString([.. first.Zip(card, (one, other) => (byte)(one ^ other))]));

        Assert.That(Decode(KeyAlgorithm.Sm4, AesPinKey, block, Card), Is.EqualTo(pin));
    }

    [Test]
    public void A_card_number_of_12_digits_has_11_and_a_zero_in_the_block() =>
        Assert.That(Decode(KeyAlgorithm.TripleDes, PinKey, Encrypted(KeyAlgorithm.TripleDes, PinKey, "041235DCBA9876FE"), "123456789012"), Is.EqualTo("1234"));

    private static string Encrypted(KeyAlgorithm form, string key, string clear) =>
        Convert.ToHexString(KeyCipher.Of(form).Run(Convert.FromHexString(key), Convert.FromHexString(clear), true));

    private static string? Decode(KeyAlgorithm form, string key, string block, string card)
    {
        using var open = new SoftwareCipherKey(KeyCipher.Of(form), Convert.FromHexString(key));
        return PinBlockFormat.Decode(open, Given.Pin(block).Bytes, CardNumber.Of(card)) is { } pin ? Encoding.ASCII.GetString(pin) : null;
    }
}
