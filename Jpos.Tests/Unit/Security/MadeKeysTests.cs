using System.Numerics;
using Jpos.Domain.Cards;
using Jpos.Domain.Keys;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Security.Software;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Unit.Security;

/// <summary>Keys that the host makes and keeps (protocol §9).</summary>
internal sealed class MadeKeysTests
{
    private const int Keys = 500;

    /// <summary>The weak and semi-weak keys of DES (NIST SP 800-67, 3.3.2).</summary>
    private const string Weak = """
        0101010101010101 FEFEFEFEFEFEFEFE E0E0E0E0F1F1F1F1 1F1F1F1F0E0E0E0E
        011F011F010E010E 1F011F010E010E01 01E001E001F101F1 E001E001F101F101 01FE01FE01FE01FE FE01FE01FE01FE01
        1FE01FE00EF10EF1 E01FE01FF10EF10E 1FFE1FFE0EFE0EFE FE1FFE1FFE0EFE0E E0FEE0FEF1FEF1FE FEE0FEE0FEF1FEF1
        """;

    [TestCase(KeyAlgorithm.TripleDes)]
    [TestCase(KeyAlgorithm.Des)]
    public void Made_des_keys_have_odd_parity(KeyAlgorithm form) =>
        Assert.That(Made(form).SelectMany(key => key).Select(octet => BitOperations.PopCount(octet) % 2), Is.All.EqualTo(1));

    [TestCase(KeyAlgorithm.TripleDes)]
    [TestCase(KeyAlgorithm.Des)]
    public void Made_des_keys_have_no_weak_half(KeyAlgorithm form)
    {
        var weak = Weak.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.That(Made(form).SelectMany(key => key.Chunk(8)).Select(Convert.ToHexString).Intersect(weak), Is.Empty);
    }

    [Test]
    public void The_halves_of_a_made_key_differ() => Assert.That(Made(KeyAlgorithm.TripleDes).Select(key => key.AsSpan(0, 8).SequenceEqual(key.AsSpan(8))), Is.All.False);

    [TestCase(KeyAlgorithm.TripleDes)]
    [TestCase(KeyAlgorithm.Des)]
    [TestCase(KeyAlgorithm.Aes128)]
    [TestCase(KeyAlgorithm.Sm4)]
    public void No_key_is_made_twice(KeyAlgorithm form) => Assert.That(Made(form).Select(Convert.ToHexString), Is.Unique);

    [TestCase(KeyAlgorithm.TripleDes)]
    [TestCase(KeyAlgorithm.Des)]
    [TestCase(KeyAlgorithm.Aes128)]
    [TestCase(KeyAlgorithm.Sm4)]
    public void Working_keys_are_sent_and_kept_as_the_same_pair_and_never_in_clear(KeyAlgorithm form)
    {
        using var folder = new TemporaryFolder();
        var vault = Modules.Vault(folder);
        var keys = new KeyManagement(vault);
        var masterKey = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
        var terminal = new Terminal(Given.TerminalNumber, Given.StoreNumber, form, keys.WrapMasterKey(Given.TerminalNumber, form, masterKey));

        var made = keys.MakeWorkingKeys(terminal);

        using var underMasterKey = new SoftwareCipherKey(KeyCipher.Of(KeyCipher.OfMasterKey(form)), (byte[])masterKey.Clone());
        var length = KeyCipher.Of(form).KeyLength;
        var sent = Convert.FromHexString(made.Transport);
        var pinKey = underMasterKey.Decrypt(sent.AsSpan(0, length));
        var macKey = underMasterKey.Decrypt(sent.AsSpan(length + KeyCipher.CheckValueLength, length));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent[length..(length + KeyCipher.CheckValueLength)], Is.EqualTo(KeyCipher.Of(form).CheckValue(form, pinKey)));
            Assert.That(sent[^KeyCipher.CheckValueLength..], Is.EqualTo(KeyCipher.Of(form).CheckValue(form, macKey)));
            Assert.That(Kept(vault, form, made.WrappedPinKey, $"PIK {terminal.Number}"), Is.EqualTo(KeyCipher.Of(form).Mac(pinKey, "one"u8)));
            Assert.That(Kept(vault, form, made.WrappedMacKey, $"MAK {terminal.Number}"), Is.EqualTo(KeyCipher.Of(form).Mac(macKey, "one"u8)));
            Assert.That(pinKey, Is.Not.EqualTo(macKey));
            foreach (var clear in new[] { pinKey, macKey, masterKey }.SelectMany(key => key.Chunk(8)))
            {
                Assert.That(made.WrappedPinKey.AsSpan().IndexOf(clear), Is.EqualTo(-1));
                Assert.That(made.WrappedMacKey.AsSpan().IndexOf(clear), Is.EqualTo(-1));
                Assert.That(sent.AsSpan().IndexOf(clear), Is.EqualTo(-1));
                Assert.That(terminal.WrappedMasterKey.AsSpan().IndexOf(clear), Is.EqualTo(-1));
            }
        }
    }

    [Test]
    public void A_master_key_wrapped_for_one_terminal_is_none_for_another()
    {
        using var folder = new TemporaryFolder();
        var keys = new KeyManagement(Modules.Vault(folder));
        var wrapped = keys.WrapMasterKey(TerminalNumber.Of("10000002"), KeyAlgorithm.TripleDes, new byte[16]);

        Assert.That(
            () => keys.MakeWorkingKeys(new Terminal(Given.TerminalNumber, Given.StoreNumber, KeyAlgorithm.TripleDes, wrapped)),
            Throws.InstanceOf<KeyNotOpenedException>());
    }

    [TestCase(8)]
    [TestCase(24)]
    [TestCase(0)]
    public void A_master_key_of_another_length_is_refused(int length)
    {
        using var folder = new TemporaryFolder();
        var keys = new KeyManagement(Modules.Vault(folder));

        Assert.That(() => keys.WrapMasterKey(Given.TerminalNumber, KeyAlgorithm.Des, new byte[length]), Throws.ArgumentException);
    }

    [Test]
    public void A_pin_verifier_is_salted_and_holds_no_pin()
    {
        using var folder = new TemporaryFolder();
        var pins = Modules.PinIssuing(Modules.Vault(folder));

        var one = pins.MakePinVerifier("123456", 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one, Is.Not.EqualTo(pins.MakePinVerifier("123456", 1)));
            Assert.That(one.AsSpan().IndexOf("123456"u8), Is.EqualTo(-1));
            Assert.That(one, Has.Length.EqualTo(16 + 32));
        }
    }

    [Test]
    public void A_made_pin_has_6_digits_is_not_trivial_and_is_another_each_time()
    {
        using var folder = new TemporaryFolder();
        var pins = Modules.PinIssuing(Modules.Vault(folder));

        var made = Enumerable.Range(0, 500).Select(_ => pins.MakePin(1).Pin).ToList();

        Assert.That(made, Is.All.Match("^[0-9]{6}$"));
        Assert.That(made.Any(pin => Pin.IsTrivial(pin)), Is.False);
        Assert.That(made.Distinct().Count(), Is.GreaterThan(490));
    }

    [TestCase("000000", true)]
    [TestCase("777777", true)]
    [TestCase("123456", true)]
    [TestCase("987654", true)]
    [TestCase("4321", true)]
    [TestCase("135790", false)]
    [TestCase("123457", false)]
    [TestCase("112233", false)]
    public void A_pin_of_one_digit_or_that_counts_is_trivial(string pin, bool isTrivial) => Assert.That(Pin.IsTrivial(pin), Is.EqualTo(isTrivial));

    [Test]
    public void A_transport_key_opens_under_its_own_name_only()
    {
        using var folder = new TemporaryFolder();
        var vault = Modules.Vault(folder);
        var (keys, pins) = (new KeyManagement(vault), Modules.PinIssuing(vault));
        var wrapped = keys.WrapTransportKey("one", KeyAlgorithm.Aes128, new byte[16]);

        Assert.That(() => pins.MakePinVerifier(new PinTransportKey("other", KeyAlgorithm.Aes128, wrapped, "", Given.Utc), new byte[16], Given.Card()), Throws.InstanceOf<KeyNotOpenedException>());
        Assert.That(() => keys.WrapTransportKey("one", KeyAlgorithm.Des, new byte[16]), Throws.ArgumentException);
        Assert.That(() => keys.WrapTransportKey("one", KeyAlgorithm.Sm4, new byte[8]), Throws.ArgumentException);
    }

    private static byte[] Kept(SoftwareVault vault, KeyAlgorithm form, byte[] wrapped, string owner)
    {
        using var key = vault.Open(form, wrapped, owner);
        return key.Mac("one"u8);
    }

    private static List<byte[]> Made(KeyAlgorithm form)
    {
        var cipher = KeyCipher.Of(form);
        return [.. Enumerable.Range(0, Keys).Select(_ => cipher.MakeKey())];
    }
}
