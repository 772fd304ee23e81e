using Jpos.Domain.Cards;
using Jpos.Domain.Keys;

namespace Jpos.Tests.Unit.Cards;

/// <summary>PINs that somebody would guess, and the keys that PINs travel under.</summary>
internal sealed class PinUnitTests
{
    [TestCase("", true)]
    [TestCase("7", true)]
    [TestCase("1111", true)]
    [TestCase("1234", true)]
    [TestCase("9876", true)]
    [TestCase("12", true)]
    [TestCase("13", false)]
    [TestCase("2468", false)]
    [TestCase("1235", false)]
    [TestCase("1233", false)]
    [TestCase("1121", false)]
    [TestCase("9753", false)]
    public void One_digit_repeated_and_digits_that_count_are_trivial(string digits, bool isTrivial) => Assert.That(Pin.IsTrivial(digits), Is.EqualTo(isTrivial));

    [TestCase(KeyAlgorithm.TripleDes, 8, true)]
    [TestCase(KeyAlgorithm.Des, 16, false, Description = "no such key is loaded")]
    [TestCase(KeyAlgorithm.Aes128, 16, true)]
    [TestCase(KeyAlgorithm.Sm4, 16, true)]
    public void The_cipher_tells_the_length_of_a_PIN_block_and_single_DES_is_refused(KeyAlgorithm algorithm, int length, bool isTaken) =>
        Assert.That((Key(algorithm).BlockLength, PinTransportKey.Takes(algorithm)), Is.EqualTo((length, isTaken)));

    [TestCase("issuer-1", true)]
    [TestCase("A", true)]
    [TestCase("12345678901234567890123456789012", true)]
    [TestCase("123456789012345678901234567890123", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    [TestCase("issuer 1", false)]
    [TestCase("issuer_1", false)]
    [TestCase("é", false)]
    public void A_keys_name_has_letters_digits_and_hyphens(string? text, bool isName) =>
        Assert.That((PinTransportKey.TryParseName(text, out var name), name), Is.EqualTo((isName, isName ? text : null)));

    [Test]
    public void A_key_stays_the_same_under_another_host_key()
    {
        var key = Key(KeyAlgorithm.Sm4);

        key.ReplaceWrapped([2]);

        Assert.That(
            (key.Name, key.KeyAlgorithm, key.Wrapped, key.CheckValue, key.LoadedAt),
            Is.EqualTo(("issuer-1", KeyAlgorithm.Sm4, new byte[] { 2 }, "A1B2C3", Given.Utc)));
    }

    private static PinTransportKey Key(KeyAlgorithm algorithm) => new("issuer-1", algorithm, [1], "A1B2C3", Given.Utc);
}
