using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Security.Software;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Unit.Security;

/// <summary>Keys at rest under a host key in software (protocol §9).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SoftwareVaultTests : IDisposable
{
    private const string Owner = "TMK 10000001";

    private static readonly byte[] Key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
    private static readonly byte[] Zeros = new byte[8];

    private readonly TemporaryFolder folder = new();
    private readonly SoftwareVault vault;

    public SoftwareVaultTests() => vault = Modules.Vault(folder);

    public void Dispose() => folder.Dispose();

    [Test]
    public void What_was_wrapped_opens() => Assert.That(Open(Wrap()), Is.EqualTo("08D7B4FB629D0885"));

    [Test]
    public void Wrapping_twice_gives_two_texts() => Assert.That(Enumerable.Range(0, 2).Select(_ => Convert.ToHexString(Wrap())), Is.Unique);

    [TestCase("TMK 10000002")]
    [TestCase("PIK 10000001")]
    [TestCase("")]
    public void Another_owner_gets_nothing(string owner) => Assert.That(() => Open(Wrap(), owner), Throws.InstanceOf<KeyNotOpenedException>());

    [Test]
    public void Another_host_key_gets_nothing() =>
        Assert.That(() => Modules.Vault(folder, "other.key").Open(KeyForm.TripleDes, Wrap(), Owner), Throws.InstanceOf<KeyNotOpenedException>());

    [Test]
    public void A_changed_byte_is_noticed_wherever_it_is()
    {
        var wrapped = Wrap();
        using (Assert.EnterMultipleScope())
        {
            for (var at = 0; at < wrapped.Length; at++)
            {
                var changed = (byte[])wrapped.Clone();
                changed[at] ^= 1;
                Assert.That(() => Open(changed), Throws.InstanceOf<KeyNotOpenedException>(), $"byte {at}");
            }
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5)]
    [TestCase(20)]
    [TestCase(40)]
    public void A_key_that_is_cut_short_is_noticed(int length) => Assert.That(() => Open(Wrap()[..length]), Throws.InstanceOf<KeyNotOpenedException>());

    [Test]
    public void What_is_wrapped_does_not_show() => Assert.That(Wrap().AsSpan().IndexOf(Key.AsSpan(0, 4)), Is.EqualTo(-1));

    [Test]
    public void A_new_version_of_the_host_key_takes_new_keys_and_the_old_one_opens_its_own()
    {
        var before = Wrap();

        var version = vault.MakeHostKey();

        var after = Wrap();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((before[1], version, vault.CurrentVersion, after[1]), Is.EqualTo(((byte)1, (byte)2, (byte)2, (byte)2)));
            Assert.That(Open(before), Is.EqualTo(Open(after)));
        }
    }

    [Test]
    public void A_rewrapped_key_is_the_same_and_needs_the_old_version_no_more()
    {
        var before = Wrap();
        vault.MakeHostKey();

        var after = vault.Rewrap(KeyForm.TripleDes, before, Owner);

        var newest = File.ReadAllLines(folder.File("host.key"))[^1];
        File.WriteAllText(folder.File("host.key"), newest);
        var later = Modules.Vault(folder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(newest, Does.StartWith("2:"));
            Assert.That(Open(after, by: later), Is.EqualTo("08D7B4FB629D0885"));
            Assert.That(() => Open(before, by: later), Throws.InstanceOf<KeyNotOpenedException>().With.Message.Contains("version 1"));
        }
    }

    [Test]
    public void A_hash_key_gives_the_same_hashes_after_it_is_rewrapped()
    {
        var wrapped = vault.MakeHashKey("pin verification");
        using var before = vault.OpenHashKey(wrapped, "pin verification");
        vault.MakeHostKey();
        using var after = vault.OpenHashKey(vault.Rewrap(null, wrapped, "pin verification"), "pin verification");

        Assert.That(after.Hash("one"u8), Is.EqualTo(before.Hash("one"u8)));
    }

    private byte[] Wrap() => vault.Wrap(KeyForm.TripleDes, Key, Owner);

    /// <summary>Zeros under the key, if it opens.</summary>
    private string Open(byte[] wrapped, string owner = Owner, SoftwareVault? by = null)
    {
        using var key = (by ?? vault).Open(KeyForm.TripleDes, wrapped, owner);
        return Convert.ToHexString(key.Encrypt(Zeros));
    }
}
