using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Security.Software;

namespace Jpos.Tests.Unit.Security;

/// <summary>Working keys on the wire, and their check values: published vectors (crypto vectors A and B; protocol §9).</summary>
internal sealed class KeyVectorsTests
{
    private const string MasterKey = "0123456789ABCDEFFEDCBA9876543210";
    private const string AesMasterKey = "2B7E151628AED2A6ABF7158809CF4F3C";
    private const string DesPinKey = "3239333237313738";
    private const string DesMacKey = "3832353133353038";
    private const string TripleDesPinKey = "101013131515161619191A1A1C1C1F1F";
    private const string TripleDesMacKey = "A1A1A2A2A4A4A7A7A8A8ABABADADAEAE";
    private const string BlockPinKey = "603DEB1015CA71BE2B73AEF0857D7781";
    private const string BlockMacKey = "000102030405060708090A0B0C0D0E0F";

    [TestCase(
        KeyForm.TripleDes, MasterKey, TripleDesPinKey, TripleDesMacKey, "317E73768DAF73E1EBE244297AD8F146FE8A090233BEA784DD989B6FA0F0282D0B91AFC7F10D3222")]
    [TestCase(
        KeyForm.Des, MasterKey, DesPinKey, DesMacKey, "9A8040E921187CDE97C3BE8F7AA012F3BCCAA41F61DF4EC2")]
    [TestCase(
        KeyForm.Aes128, AesMasterKey, BlockPinKey, BlockMacKey, "C12C9B4A3B4B99CF2CF6BAD03BD4876F46DEDA1C50FE67CC996D32B6DA0937E99BAFEC60BE7ED6AE")]
    [TestCase(
        KeyForm.Sm4, MasterKey, BlockPinKey, BlockMacKey, "FDCCDEE048B9AAF4A4F9006C8DA85289ACAF01E406989C613DA668AD2A8DF782E1A8F96A1E9634B7")]
    public void Working_keys_travel_as_in_vector_B(KeyForm form, string masterKey, string pinKey, string macKey, string workingKey) =>
        Assert.That(Transport(form, masterKey, pinKey) + Transport(form, masterKey, macKey), Is.EqualTo(workingKey));

    [TestCase(KeyForm.TripleDes, MasterKey, "08D7B4FB")]
    [TestCase(KeyForm.TripleDes, TripleDesPinKey, "FE8A0902")]
    [TestCase(KeyForm.TripleDes, TripleDesMacKey, "F10D3222")]
    [TestCase(KeyForm.Des, DesPinKey, "97C3BE8F")]
    [TestCase(KeyForm.Des, DesMacKey, "61DF4EC2")]
    [TestCase(KeyForm.Aes128, BlockPinKey, "46DEDA1C")]
    [TestCase(KeyForm.Aes128, BlockMacKey, "BE7ED6AE")]
    [TestCase(KeyForm.Sm4, BlockPinKey, "ACAF01E4")]
    [TestCase(KeyForm.Sm4, BlockMacKey, "1E9634B7")]
    public void Check_values_are_those_of_vector_B(KeyForm form, string key, string checkValue) =>
        Assert.That(Convert.ToHexString(KeyCipher.Of(form).CheckValue(form, Bytes(key))), Is.EqualTo(checkValue));

    [TestCase(KeyForm.TripleDes, "807A23AD32B36D457AE91FDF927570EA", "8D0A74B8")]
    [TestCase(KeyForm.Des, "5BB5C72CD00B7338", "AB7153CA")]
    public void Check_values_are_those_of_a_published_sign_on(KeyForm form, string key, string checkValue) =>
        Assert.That(Convert.ToHexString(KeyCipher.Of(form).CheckValue(form, Bytes(key))), Is.EqualTo(checkValue));

    [TestCase(KeyForm.TripleDes, "807A23AD32B36D457AE91FDF927570EA", "6701EAD6A9AD51E51AA406E2C27FCFA98D0A74B8")]
    [TestCase(KeyForm.Des, "5BB5C72CD00B7338", "B651F9E9BACE9AE1AB7153CA")]
    public void Keys_are_encrypted_as_in_a_published_sign_on(KeyForm form, string key, string sent) =>
        Assert.That(Transport(form, "CA5D92598DCA48CE8A4C76361A9269E9", key), Is.EqualTo(sent));

    [TestCase(MasterKey, TripleDesPinKey, DesMacKey, "317E73768DAF73E1EBE244297AD8F146FE8A09027AA012F3BCCAA41F000000000000000061DF4EC2")]
    [TestCase("CA5D92598DCA48CE8A4C76361A9269E9", "807A23AD32B36D457AE91FDF927570EA", "5BB5C72CD00B7338", "6701EAD6A9AD51E51AA406E2C27FCFA98D0A74B8B651F9E9BACE9AE10000000000000000AB7153CA")]
    public void The_variant_of_UnionPay_is_a_double_pin_key_and_a_single_mac_key_with_zeros(string masterKey, string pinKey, string macKey, string workingKey)
    {
        var mac = Transport(KeyForm.Des, masterKey, macKey);

        Assert.That(Transport(KeyForm.TripleDes, masterKey, pinKey) + mac[..16] + new string('0', 16) + mac[16..], Is.EqualTo(workingKey));
    }

    [TestCase(KeyForm.TripleDes, 16, 80)]
    [TestCase(KeyForm.Des, 8, 48)]
    [TestCase(KeyForm.Aes128, 16, 80)]
    [TestCase(KeyForm.Sm4, 16, 80)]
    public void A_form_has_its_lengths(KeyForm form, int workingKeyLength, int digits)
    {
        var cipher = KeyCipher.Of(form);
        var key = cipher.MakeKey();

        Assert.That(
            (cipher.KeyLength, KeyCipher.Of(KeyCipher.OfMasterKey(form)).KeyLength, key.Length, 2 * Transport(form, MasterKey, Convert.ToHexString(key)).Length),
            Is.EqualTo((workingKeyLength, 16, workingKeyLength, digits)));
    }

    [Test]
    public void An_unknown_form_is_an_error() => Assert.That(() => KeyCipher.Of((KeyForm)9), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static string Transport(KeyForm form, string masterKey, string key)
    {
        using var under = new SoftwareCipherKey(KeyCipher.Of(KeyCipher.OfMasterKey(form)), Bytes(masterKey));
        return SecurityModule.Transport(form, under, Bytes(key));
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
