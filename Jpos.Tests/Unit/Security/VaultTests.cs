using System.Text;
using Jpos.Domain.Keys;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Security;

namespace Jpos.Tests.Unit.Security;

/// <summary>What every vault does alike (protocol §9), with the published vectors that a vault computes (crypto vectors A to D, F and G).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class VaultTests
{
    protected const string Owner = "TMK 10000001";

    private const string MasterKey = "0123456789ABCDEFFEDCBA9876543210";
    private const string AesMasterKey = "2B7E151628AED2A6ABF7158809CF4F3C";
    private const string DesPinKey = "3239333237313738";
    private const string DesMacKey = "3832353133353038";
    private const string TripleDesPinKey = "101013131515161619191A1A1C1C1F1F";
    private const string TripleDesMacKey = "A1A1A2A2A4A4A7A7A8A8ABABADADAEAE";
    private const string BlockPinKey = "603DEB1015CA71BE2B73AEF0857D7781";
    private const string BlockMacKey = "000102030405060708090A0B0C0D0E0F";
    private const string Consume = "/v1/jpos/trans/consume";

    private const string Body =
        "storeNo=S0000001&terminalNo=T0000001&cardNo=8688880012345671&traceNo=000123&batchNo=000001&password=03B1E2CF2F2A2C1D&consumeType=01&pointAmount=10.00&cashAmount=90.00";

    private static readonly KeyAlgorithm[] Ciphers = Enum.GetValues<KeyAlgorithm>();

    /// <summary>A vault with version 1 of a host key.</summary>
    protected abstract IKeyVault Vault { get; }

    /// <summary>A vault with another host key.</summary>
    protected abstract IKeyVault Other { get; }

    /// <summary>The same vault again, after a version of its host key is gone.</summary>
    protected abstract IKeyVault Without(byte version);

    [TestCase(KeyAlgorithm.TripleDes, MasterKey, TripleDesPinKey, "317E73768DAF73E1EBE244297AD8F146FE8A0902")]
    [TestCase(KeyAlgorithm.TripleDes, MasterKey, TripleDesMacKey, "33BEA784DD989B6FA0F0282D0B91AFC7F10D3222")]
    [TestCase(KeyAlgorithm.Des, MasterKey, DesPinKey, "9A8040E921187CDE97C3BE8F")]
    [TestCase(KeyAlgorithm.Des, MasterKey, DesMacKey, "7AA012F3BCCAA41F61DF4EC2")]
    [TestCase(KeyAlgorithm.Aes128, AesMasterKey, BlockPinKey, "C12C9B4A3B4B99CF2CF6BAD03BD4876F46DEDA1C")]
    [TestCase(KeyAlgorithm.Aes128, AesMasterKey, BlockMacKey, "50FE67CC996D32B6DA0937E99BAFEC60BE7ED6AE")]
    [TestCase(KeyAlgorithm.Sm4, MasterKey, BlockPinKey, "FDCCDEE048B9AAF4A4F9006C8DA85289ACAF01E4")]
    [TestCase(KeyAlgorithm.Sm4, MasterKey, BlockMacKey, "06989C613DA668AD2A8DF782E1A8F96A1E9634B7")]
    [TestCase(KeyAlgorithm.TripleDes, "CA5D92598DCA48CE8A4C76361A9269E9", "807A23AD32B36D457AE91FDF927570EA", "6701EAD6A9AD51E51AA406E2C27FCFA98D0A74B8")]
    [TestCase(KeyAlgorithm.Des, "CA5D92598DCA48CE8A4C76361A9269E9", "5BB5C72CD00B7338", "B651F9E9BACE9AE1AB7153CA")]
    public void Working_keys_travel_under_the_master_key_as_published(KeyAlgorithm form, string masterKey, string key, string sent)
    {
        using var open = Opened(KeyCipher.OfMasterKey(form), masterKey);

        Assert.That(KeyManagement.Transport(form, open, Bytes(key)), Is.EqualTo(sent));
    }

    [TestCase(KeyAlgorithm.TripleDes, MasterKey, "08D7B4FB")]
    [TestCase(KeyAlgorithm.TripleDes, TripleDesPinKey, "FE8A0902")]
    [TestCase(KeyAlgorithm.TripleDes, TripleDesMacKey, "F10D3222")]
    [TestCase(KeyAlgorithm.TripleDes, "807A23AD32B36D457AE91FDF927570EA", "8D0A74B8")]
    [TestCase(KeyAlgorithm.Des, "5BB5C72CD00B7338", "AB7153CA")]
    [TestCase(KeyAlgorithm.Des, DesPinKey, "97C3BE8F")]
    [TestCase(KeyAlgorithm.Des, DesMacKey, "61DF4EC2")]
    [TestCase(KeyAlgorithm.Aes128, BlockPinKey, "46DEDA1C")]
    [TestCase(KeyAlgorithm.Aes128, BlockMacKey, "BE7ED6AE")]
    [TestCase(KeyAlgorithm.Sm4, BlockPinKey, "ACAF01E4")]
    [TestCase(KeyAlgorithm.Sm4, BlockMacKey, "1E9634B7")]
    public void The_key_that_opens_has_the_published_check_value(KeyAlgorithm cipher, string key, string checkValue)
    {
        using var open = Opened(cipher, key);
        var zeros = new byte[KeyCipher.Of(cipher).BlockLength];

        Assert.That(Convert.ToHexString(cipher is KeyAlgorithm.Aes128 ? open.Mac(zeros) : open.Encrypt(zeros)), Does.StartWith(checkValue));
    }

    [TestCase(KeyAlgorithm.TripleDes, TripleDesPinKey, "03B1E2CF2F2A2C1D", "123456")]
    [TestCase(KeyAlgorithm.TripleDes, TripleDesPinKey, "F44522DE3D73AF75", "1234")]
    [TestCase(KeyAlgorithm.Aes128, BlockPinKey, "6E96175A21A59DB82BF29F6962E51C38", "123456")]
    public void A_pin_block_gives_its_pin_as_in_vector_C(KeyAlgorithm cipher, string key, string block, string pin)
    {
        using var open = Opened(cipher, key);

        Assert.That(PinBlockFormat.Decode(open, Given.Pin(block).Bytes, CardNumber.Of("8688880012345671")), Is.EqualTo(Encoding.ASCII.GetBytes(pin)));
    }

    [TestCase("Now is the time for all ", "E9086230CA3BE796")]
    [TestCase("Now is the time for it", "5A692CE64F404145")]
    public void The_3des_mac_is_that_of_vector_D(string text, string mac) => Assert.That(Mac(KeyAlgorithm.TripleDes, MasterKey, Encoding.ASCII.GetBytes(text)), Is.EqualTo(mac));

    [TestCase(0, "BB1D6929E95937287FA37D129B756746")]
    [TestCase(16, "070A16B46B4D4144F79BDD9DD04A287C")]
    [TestCase(40, "DFA66747DE9AE63030CA32611497C827")]
    [TestCase(64, "51F0BEBF7E3B9D92FC49741779363CFE")]
    public void The_aes_mac_is_that_of_vector_F(int length, string mac)
    {
        var message = Bytes("6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411E5FBC1191A0A52EFF69F2445DF4F9B17AD2B417BE66C3710");

        Assert.That(Mac(KeyAlgorithm.Aes128, AesMasterKey, message[..length]), Is.EqualTo(mac));
    }

    [TestCase(KeyAlgorithm.TripleDes, TripleDesMacKey, Consume, "EFA6A1B9A6ECCABF")]
    [TestCase(KeyAlgorithm.TripleDes, TripleDesMacKey, $"{Consume}Reversal", "4C36C0D4A64031A2")]
    [TestCase(KeyAlgorithm.Aes128, BlockMacKey, Consume, "13A49AA77C016CA99E83B1B2B684DC18")]
    [TestCase(KeyAlgorithm.Aes128, BlockMacKey, $"{Consume}Reversal", "86C4D11E98AC8ECC1ABBA55F3C82918F")]
    [TestCase(KeyAlgorithm.Sm4, BlockMacKey, Consume, "E449ADEA4F51D02D0784CD031602C006")]
    public void A_message_has_the_mac_of_vector_G(KeyAlgorithm cipher, string key, string path, string mac) =>
        Assert.That(Mac(cipher, key, Encoding.ASCII.GetBytes($"POST\n{path}\n1415125804\n{Body}")), Is.EqualTo(mac));

    [TestCaseSource(nameof(Ciphers))]
    public void Messages_of_every_length_have_the_macs_of_the_cipher(KeyAlgorithm cipher)
    {
        var key = KeyCipher.Of(cipher).MakeKey();
        using var open = Opened(cipher, Convert.ToHexString(key));
        using (Assert.EnterMultipleScope())
        {
            for (var length = 0; length <= 40; length++)
            {
                var message = new byte[length];
                Array.Fill(message, (byte)length);
                Assert.That(open.Mac(message), Is.EqualTo(KeyCipher.Of(cipher).Mac(key, message)), $"{length} bytes");
            }
        }
    }

    [TestCaseSource(nameof(Ciphers))]
    public void What_was_encrypted_is_decrypted_block_by_block(KeyAlgorithm cipher)
    {
        var blocks = Bytes($"{MasterKey}{MasterKey}{AesMasterKey}");
        using var key = Vault.Open(cipher, Wrap(cipher), Owner);

        var encrypted = key.Encrypt(blocks);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(encrypted[..16], Is.EqualTo(encrypted[16..32]).And.Not.EqualTo(blocks[..16]));
            Assert.That(key.Decrypt(encrypted), Is.EqualTo(blocks));
        }
    }

    [TestCaseSource(nameof(Ciphers))]
    public void Two_keys_may_be_open_at_once_and_closing_one_leaves_the_other(KeyAlgorithm cipher)
    {
        var wrapped = Wrap(cipher);
        var zeros = new byte[16];
        using var one = Vault.Open(cipher, wrapped, Owner);
        var mac = one.Mac(zeros);
        using (var other = Vault.Open(cipher, wrapped, Owner))
        {
            other.Mac(zeros);
        }

        Assert.That(one.Mac(zeros), Is.EqualTo(mac));
    }

    [Test]
    public void Another_owner_gets_nothing(
        [ValueSource(nameof(Ciphers))] KeyAlgorithm cipher, [Values("TMK 10000002", "PIK 10000001", "TMK 1000000", "TMK 100000010", "")] string owner) =>
        Assert.That(() => Vault.Open(cipher, Wrap(cipher), owner), NotOpened);

    [TestCaseSource(nameof(Ciphers))]
    public void Another_host_key_gets_nothing(KeyAlgorithm cipher) => Assert.That(() => Other.Open(cipher, Wrap(cipher), Owner), NotOpened);

    [TestCaseSource(nameof(Ciphers))]
    public void A_changed_byte_is_noticed_wherever_it_is(KeyAlgorithm cipher)
    {
        var wrapped = Wrap(cipher);
        using (Assert.EnterMultipleScope())
        {
            for (var at = 0; at < wrapped.Length; at++)
            {
                var changed = (byte[])wrapped.Clone();
                changed[at] ^= 1;
                Assert.That(() => Vault.Open(cipher, changed, Owner), NotOpened, $"byte {at}");
            }
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(20)]
    [TestCase(40)]
    public void A_key_that_is_cut_short_is_noticed(int length) =>
        Assert.That(() => Vault.Open(KeyAlgorithm.TripleDes, Wrap(KeyAlgorithm.TripleDes).AsSpan(0, length), Owner), NotOpened);

    [TestCaseSource(nameof(Ciphers))]
    public void What_is_wrapped_does_not_show_and_fits_its_column(KeyAlgorithm cipher)
    {
        var key = KeyCipher.Of(cipher).MakeKey();

        var wrapped = Vault.Wrap(cipher, key, Owner);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wrapped.AsSpan().IndexOf(key.AsSpan(0, 4)), Is.EqualTo(-1));
            Assert.That(wrapped, Has.Length.LessThanOrEqualTo(128));
        }
    }

    [Test]
    public void A_new_version_of_the_host_key_takes_new_keys_and_the_old_one_opens_its_own()
    {
        var before = Wrap(KeyAlgorithm.TripleDes);

        var version = Vault.MakeHostKey();

        var after = Wrap(KeyAlgorithm.TripleDes);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((before[1], version, Vault.CurrentVersion, after[1]), Is.EqualTo(((byte)1, (byte)2, (byte)2, (byte)2)));
            Assert.That(Mac(KeyAlgorithm.TripleDes, before), Is.EqualTo(Mac(KeyAlgorithm.TripleDes, after)));
        }
    }

    [TestCaseSource(nameof(Ciphers))]
    public void A_rewrapped_key_is_the_same_and_needs_the_old_version_no_more(KeyAlgorithm cipher)
    {
        var before = Wrap(cipher);
        var mac = Mac(cipher, before);
        Vault.MakeHostKey();

        var after = Vault.Rewrap(cipher, before, Owner);

        var later = Without(1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after[1], Is.EqualTo(2));
            Assert.That(Mac(cipher, after, later), Is.EqualTo(mac));
            Assert.That(() => later.Open(cipher, before, Owner), NotOpened.With.Message.Contains("version 1"));
        }
    }

    [TestCase("TMK 10000002")]
    [TestCase("")]
    public void A_key_is_not_rewrapped_for_another_owner(string owner) => Assert.That(() => Vault.Rewrap(KeyAlgorithm.TripleDes, Wrap(KeyAlgorithm.TripleDes), owner), NotOpened);

    [Test]
    public void A_hash_key_gives_the_same_hashes_after_it_is_rewrapped()
    {
        var wrapped = Vault.MakeHashKey("pin verification");
        using var before = Vault.OpenHashKey(wrapped, "pin verification");
        Vault.MakeHostKey();
        using var after = Vault.OpenHashKey(Vault.Rewrap(null, wrapped, "pin verification"), "pin verification");

        Assert.That(after.Hash("one"u8), Is.EqualTo(before.Hash("one"u8)).And.Length.EqualTo(32));
    }

    [Test]
    public void A_hash_key_that_somebody_else_knows_gives_the_hashes_that_they_expect()
    {
        var wrapped = Vault.WrapHashKey(Convert.FromHexString(new string('7', 64)), "webhook 1");
        using var key = Vault.OpenHashKey(wrapped, "webhook 1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(key.Hash("one"u8), Is.EqualTo(System.Security.Cryptography.HMACSHA256.HashData(Convert.FromHexString(new string('7', 64)), "one"u8)));
            Assert.That(() => Vault.OpenHashKey(wrapped, "webhook 2"), NotOpened);
        }
    }

    [Test]
    public void Each_hash_key_is_another_and_opens_for_its_owner_alone()
    {
        var wrapped = Vault.MakeHashKey("verify codes");
        using var one = Vault.OpenHashKey(wrapped, "verify codes");
        using var other = Vault.OpenHashKey(Vault.MakeHashKey("verify codes"), "verify codes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Hash("one"u8), Is.Not.EqualTo(other.Hash("one"u8)));
            Assert.That(() => Vault.OpenHashKey(wrapped, "pin verification"), NotOpened);
        }
    }

    [Test]
    public void Hashes_and_macs_are_right_when_many_ask_at_once()
    {
        using var hashKey = Vault.OpenHashKey(Vault.MakeHashKey("verify codes"), "verify codes");
        var wrapped = Vault.Wrap(KeyAlgorithm.TripleDes, Bytes(MasterKey), Owner);
        var hash = hashKey.Hash("one"u8);

        var wrong = Enumerable.Range(0, 400).AsParallel().WithDegreeOfParallelism(16).Count(at => at % 2 == 0
            ? !hashKey.Hash("one"u8).SequenceEqual(hash)
            : Mac(KeyAlgorithm.TripleDes, wrapped, message: "Now is the time for all ") != "E9086230CA3BE796");

        Assert.That(wrong, Is.Zero);
    }

    protected static NUnit.Framework.Constraints.ExactTypeConstraint<KeyNotOpenedException> NotOpened => Throws.TypeOf<KeyNotOpenedException>();

    protected byte[] Wrap(KeyAlgorithm cipher) => Vault.Wrap(cipher, Bytes(cipher is KeyAlgorithm.Des ? DesMacKey : MasterKey), Owner);

    protected string Mac(KeyAlgorithm cipher, byte[] wrapped, IKeyVault? by = null, string message = "a message of some blocks")
    {
        using var key = (by ?? Vault).Open(cipher, wrapped, Owner);
        return Convert.ToHexString(key.Mac(Encoding.ASCII.GetBytes(message)));
    }

    private string Mac(KeyAlgorithm cipher, string key, byte[] message)
    {
        using var open = Opened(cipher, key);
        return Convert.ToHexString(open.Mac(message));
    }

    private ICipherKey Opened(KeyAlgorithm cipher, string key) => Vault.Open(cipher, Vault.Wrap(cipher, Bytes(key), Owner), Owner);

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);
}
