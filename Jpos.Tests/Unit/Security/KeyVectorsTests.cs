using Jpos.Domain.Keys;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Security.Software;

namespace Jpos.Tests.Unit.Security;

/// <summary>The forms of working keys, and the variant of UnionPay's own that the forms are made of (crypto vectors A and B; protocol §9). What a vault computes of them is in <see cref="VaultTests"/>.</summary>
internal sealed class KeyVectorsTests
{
    private const string MasterKey = "0123456789ABCDEFFEDCBA9876543210";
    private const string DesMacKey = "3832353133353038";
    private const string TripleDesPinKey = "101013131515161619191A1A1C1C1F1F";

    [TestCase(MasterKey, TripleDesPinKey, DesMacKey, "317E73768DAF73E1EBE244297AD8F146FE8A09027AA012F3BCCAA41F000000000000000061DF4EC2")]
    [TestCase("CA5D92598DCA48CE8A4C76361A9269E9", "807A23AD32B36D457AE91FDF927570EA", "5BB5C72CD00B7338", "6701EAD6A9AD51E51AA406E2C27FCFA98D0A74B8B651F9E9BACE9AE10000000000000000AB7153CA")]
    public void The_variant_of_UnionPay_is_a_double_pin_key_and_a_single_mac_key_with_zeros(string masterKey, string pinKey, string macKey, string workingKey)
    {
        var mac = Transport(KeyAlgorithm.Des, masterKey, macKey);

        Assert.That(Transport(KeyAlgorithm.TripleDes, masterKey, pinKey) + mac[..16] + new string('0', 16) + mac[16..], Is.EqualTo(workingKey));
    }

    [TestCase(KeyAlgorithm.TripleDes, 16, 80)]
    [TestCase(KeyAlgorithm.Des, 8, 48)]
    [TestCase(KeyAlgorithm.Aes128, 16, 80)]
    [TestCase(KeyAlgorithm.Sm4, 16, 80)]
    public void A_form_has_its_lengths(KeyAlgorithm form, int workingKeyLength, int digits)
    {
        var cipher = KeyCipher.Of(form);
        var key = cipher.MakeKey();

        Assert.That(
            (cipher.KeyLength, KeyCipher.Of(KeyCipher.OfMasterKey(form)).KeyLength, key.Length, 2 * Transport(form, MasterKey, Convert.ToHexString(key)).Length),
            Is.EqualTo((workingKeyLength, 16, workingKeyLength, digits)));
    }

    [Test]
    public void An_unknown_form_is_an_error() => Assert.That(() => KeyCipher.Of((KeyAlgorithm)9), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static string Transport(KeyAlgorithm form, string masterKey, string key)
    {
        using var under = new SoftwareCipherKey(KeyCipher.Of(KeyCipher.OfMasterKey(form)), Bytes(masterKey));
        return KeyManagement.Transport(form, under, Bytes(key));
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
