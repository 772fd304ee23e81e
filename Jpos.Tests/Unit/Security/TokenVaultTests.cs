using System.Globalization;
using Jpos.Domain.Keys;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Security.Pkcs11;
using Jpos.Tests.Hosting;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Tests.Unit.Security;

/// <summary>Keys under a host key on a PKCS#11 token (protocol §9).</summary>
internal sealed class TokenVaultTests : VaultTests, IDisposable
{
    private readonly SoftToken token = SoftToken.Make();
    private readonly List<IDisposable> opened = [];
    private readonly Lazy<IKeyVault> vault;

    public TokenVaultTests() => vault = new(() => Opened(token));

    protected override IKeyVault Vault => vault.Value;

    protected override IKeyVault Other
    {
        get
        {
            var other = SoftToken.Make();
            opened.Add(other);
            return Opened(other);
        }
    }

    public void Dispose()
    {
        opened.Reverse();
        opened.ForEach(one => one.Dispose());
        token.Dispose();
    }

    [TestCase("jpos host key 1", CKA.CKA_WRAP, CKA.CKA_UNWRAP)]
    [TestCase("jpos binding key 1", CKA.CKA_SIGN, CKA.CKA_VERIFY)]
    public void The_host_key_cannot_leave_the_token_and_does_nothing_else(string label, CKA use, CKA other)
    {
        Assert.That(Vault.CurrentVersion, Is.EqualTo(1));
        CKA[] claims =
        [
            CKA.CKA_SENSITIVE, CKA.CKA_ALWAYS_SENSITIVE, CKA.CKA_NEVER_EXTRACTABLE, CKA.CKA_LOCAL, CKA.CKA_TOKEN, CKA.CKA_PRIVATE,
            CKA.CKA_EXTRACTABLE, CKA.CKA_MODIFIABLE, CKA.CKA_WRAP, CKA.CKA_UNWRAP, CKA.CKA_SIGN, CKA.CKA_VERIFY, CKA.CKA_ENCRYPT, CKA.CKA_DECRYPT, CKA.CKA_DERIVE,
        ];
        var (yes, value, length) = token.OnToken(session =>
        {
            var key = SoftToken.Labelled(session, label).Single();
            return (
                session.GetAttributeValue(key, [.. claims]).Use(all => all.Where(one => one.GetValueAsBool()).Select(one => (CKA)one.Type).ToArray()),
                session.GetAttributeValue(key, [CKA.CKA_VALUE]).Use(all => all[0].CannotBeRead),
                session.GetAttributeValue(key, [CKA.CKA_VALUE_LEN]).Use(all => all[0].GetValueAsUlong()));
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(yes, Is.EquivalentTo([.. claims[..6], use, other]));
            Assert.That(value, Is.True, "the value cannot be read");
            Assert.That(length, Is.EqualTo(32));
        }
    }

    [Test]
    public void The_host_key_is_not_wrapped_either()
    {
        Assert.That(Vault.MakeHostKey(), Is.EqualTo(2));
        token.OnToken(session =>
        {
            using var mechanism = Templates.Factories.MechanismFactory.Create(CKM.CKM_AES_KEY_WRAP);
            Assert.That(
                () => session.WrapKey(mechanism, SoftToken.Labelled(session, "jpos host key 2")[0], SoftToken.Labelled(session, "jpos host key 1")[0]),
                Throws.TypeOf<Pkcs11Exception>().With.Property("RV").EqualTo(CKR.CKR_KEY_UNEXTRACTABLE));
            return 0;
        });
    }

    [Test]
    public void Closed_keys_leave_nothing_on_the_token()
    {
        var wrapped = Enum.GetValues<KeyAlgorithm>().ToDictionary(cipher => cipher, Wrap);
        var before = Objects();
        foreach (var (cipher, one) in wrapped)
        {
            Mac(cipher, one);
            Assert.That(() => Vault.Open(cipher, one, "PIK 10000001"), NotOpened);
            Vault.Rewrap(cipher, one, Owner);
        }

        Assert.That((before, Objects()), Is.EqualTo((2, 2)));
    }

    [Test]
    public void A_call_that_fails_leaves_its_session_fit_for_the_next()
    {
        var alone = Pkcs11Vault.Open(token.Settings with { Sessions = 1 }, mayMake: true);
        opened.Add(alone);
        using var key = alone.Open(KeyAlgorithm.Aes128, alone.Wrap(KeyAlgorithm.Aes128, new byte[16], Owner), Owner);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => key.Encrypt(new byte[8]), Throws.TypeOf<Pkcs11Exception>());
            Assert.That(() => key.Decrypt(new byte[8]), Throws.TypeOf<Pkcs11Exception>());
            Assert.That(Convert.ToHexString(key.Decrypt(key.Encrypt(new byte[16]))), Is.EqualTo(new string('0', 32)));
        }
    }

    [Test]
    public void A_key_opens_for_no_other_cipher() => Assert.That(() => Vault.Open(KeyAlgorithm.Sm4, Wrap(KeyAlgorithm.Aes128), Owner), NotOpened);

    [Test]
    public void A_key_of_a_software_vault_is_told_apart()
    {
        using var folder = new TemporaryFolder();
        var wrapped = Modules.Vault(folder).Wrap(KeyAlgorithm.TripleDes, new byte[16], Owner);

        Assert.That(() => Vault.Open(KeyAlgorithm.TripleDes, wrapped, Owner), NotOpened.With.Message.Contains("another kind of key vault"));
    }

    [Test]
    public void A_key_whose_host_key_was_replaced_does_not_open()
    {
        var wrapped = Wrap(KeyAlgorithm.TripleDes);
        token.Destroy("jpos host key 1");

        var later = Opened(token);

        Assert.That(() => later.Open(KeyAlgorithm.TripleDes, wrapped, Owner), NotOpened.With.Message.Contains("did not unwrap"));
    }

    [Test]
    public void Where_it_may_not_make_the_host_key_nothing_works_until_the_command_has_made_it()
    {
        var empty = Opened(token, mayMake: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => empty.CurrentVersion, Throws.InvalidOperationException.With.Message.Contains("new-host-key"));
            Assert.That(() => empty.MakeHashKey("one"), Throws.InvalidOperationException.With.Message.Contains("new-host-key"));
            Assert.That(() => empty.Open(KeyAlgorithm.Des, [2, 1], Owner), Throws.InvalidOperationException.With.Message.Contains("new-host-key"));
            Assert.That(empty.MakeHostKey(), Is.EqualTo(1));
            Assert.That(Opened(token, mayMake: false).OpenHashKey(empty.MakeHashKey("one"), "one").Hash("one"u8), Has.Length.EqualTo(32));
        }
    }

    [Test]
    public void A_version_that_another_host_made_opens_without_a_restart()
    {
        var before = Wrap(KeyAlgorithm.TripleDes);
        var elsewhere = Opened(token);
        elsewhere.MakeHostKey();

        var after = elsewhere.Rewrap(KeyAlgorithm.TripleDes, before, Owner);

        Assert.That((after[1], Mac(KeyAlgorithm.TripleDes, after), Vault.CurrentVersion), Is.EqualTo(((byte)2, Mac(KeyAlgorithm.TripleDes, before), (byte)2)));
    }

    [Test]
    public void One_vault_may_go_while_another_on_the_same_token_works_on()
    {
        using var key = Vault.Open(KeyAlgorithm.TripleDes, Wrap(KeyAlgorithm.TripleDes), Owner);
        token.Open().Dispose();

        Assert.That(key.Encrypt(new byte[8]), Is.EqualTo(Convert.FromHexString("08D7B4FB629D0885")));
    }

    [Test]
    public void A_host_key_that_could_be_read_is_refused()
    {
        token.OnToken(session =>
        {
            using var mechanism = Templates.Factories.MechanismFactory.Create(CKM.CKM_AES_KEY_GEN);
            var passing = new List<IObjectAttribute>([.. Templates.Passing(CKK.CKK_AES), Templates.Of(CKA.CKA_LABEL, "jpos host key 1"), Templates.Of(CKA.CKA_VALUE_LEN, 32)])
                .Use(template => session.GenerateKey(mechanism, template));
            return new List<IObjectAttribute>([Templates.Of(CKA.CKA_TOKEN, true)]).Use(lasting => session.CopyObject(passing, lasting));
        });

        Assert.That(() => token.Open(), Throws.InvalidOperationException.With.Message.Contains("does not protect jpos host key 1"));
    }

    [Test]
    public void Two_host_keys_of_one_version_are_refused()
    {
        Assert.That(Vault.CurrentVersion, Is.EqualTo(1));
        token.OnToken(session =>
        {
            using var mechanism = Templates.Factories.MechanismFactory.Create(CKM.CKM_AES_KEY_GEN);
            return Templates.Lasting(CKK.CKK_AES, "jpos host key 1", CKA.CKA_WRAP).Use(template => session.GenerateKey(mechanism, template));
        });

        Assert.That(() => token.Open(), Throws.InvalidOperationException.With.Message.Contains("more than one jpos host key 1"));
    }

    [Test]
    public void A_host_key_without_its_binding_key_is_refused()
    {
        Assert.That(Vault.CurrentVersion, Is.EqualTo(1));
        token.Destroy("jpos binding key 1");

        Assert.That(() => token.Open(), Throws.InvalidOperationException.With.Message.Contains("not jpos binding key 1"));
    }

    [Test]
    public void A_wrong_pin_is_refused_and_not_repeated()
    {
        token.WritePin("13572468");

        Assert.That(
            () => token.Open(),
            Throws.InvalidOperationException.With.Message.Contains("refused the PIN").And.Message.Contains("CKR_PIN_INCORRECT").And.Message.Not.Contains("13572468"));
    }

    [Test]
    public void A_token_that_is_not_there_is_named() => Assert.That(
        () => Pkcs11Vault.Open(token.Settings with { TokenLabel = "elsewhere" }, true), Throws.InvalidOperationException.With.Message.Contains("no token with the label elsewhere"));

    [Test]
    public void A_library_that_is_none_is_named()
    {
        File.WriteAllText(token.PinFile, "no library");

        Assert.That(() => Pkcs11Vault.Open(token.Settings with { Library = token.PinFile }, true), Throws.InvalidOperationException.With.Message.Contains("Library cannot be loaded"));
    }

    [Test]
    public void What_a_token_does_not_offer_is_named() => Assert.That(
        Pkcs11Token.Missing([.. Pkcs11Token.Mechanisms.Except([CKM.CKM_AES_CMAC, CKM.CKM_DES3_CBC]), CKM.CKM_RSA_PKCS]), Is.EquivalentTo([CKM.CKM_AES_CMAC, CKM.CKM_DES3_CBC]));

    protected override IKeyVault Without(byte version)
    {
        token.Destroy(string.Create(CultureInfo.InvariantCulture, $"jpos host key {version}"));
        token.Destroy(string.Create(CultureInfo.InvariantCulture, $"jpos binding key {version}"));
        return Opened(token, mayMake: false);
    }

    private Pkcs11Vault Opened(SoftToken on, bool mayMake = true)
    {
        var made = on.Open(mayMake);
        opened.Add(made);
        return made;
    }

    /// <summary>How many objects the process sees on the token.</summary>
    private int Objects() => token.OnToken(session => session.FindAllObjects([]).Count);
}
