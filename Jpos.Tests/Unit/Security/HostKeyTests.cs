using Jpos.Infrastructure.Security;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Unit.Security;

/// <summary>The file that everything at rest hangs on (protocol §9).</summary>
internal sealed class HostKeyTests
{
    private TemporaryFolder folder = null!;

    private string KeyFile => folder.File("keys/host.key");

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void In_development_a_missing_key_is_made_and_kept()
    {
        var made = HostKey.Load(KeyFile, mayMake: true);

        Assert.That(HostKey.Load(KeyFile, mayMake: false).For("a use"), Is.EqualTo(made.For("a use")));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Only_the_hosts_user_can_read_a_made_key()
    {
        HostKey.Load(KeyFile, mayMake: true);

        Assert.That(File.GetUnixFileMode(KeyFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void Elsewhere_a_missing_key_is_an_error_and_is_not_made()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => HostKey.Load(KeyFile, mayMake: false), Throws.InvalidOperationException);
            Assert.That(File.Exists(KeyFile), Is.False);
        }
    }

    [TestCase("")]
    [TestCase("garbage")]
    [TestCase("00112233445566778899AABBCCDDEEFF", Description = "16 bytes")]
    [TestCase("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEF", Description = "63 digits")]
    [TestCase("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00", Description = "33 bytes")]
    [TestCase("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFG", Description = "no digit")]
    public void What_is_no_key_is_refused_and_left_as_it_is(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => HostKey.Load(KeyFile, mayMake: true), Throws.InvalidOperationException.With.Message.Not.Contains("garbage"));
            Assert.That(File.ReadAllText(KeyFile), Is.EqualTo(text));
        }
    }

    [Test]
    public void Each_use_has_a_key_of_its_own()
    {
        var key = HostKey.Load(KeyFile, mayMake: true);

        Assert.That(new[] { key.For("one"), key.For("other"), key.For("") }.Select(Convert.ToHexString), Is.Unique);
    }

    [Test]
    public void Two_hosts_have_two_keys() =>
        Assert.That(HostKey.Load(KeyFile, mayMake: true).For("a use"), Is.Not.EqualTo(HostKey.Load(folder.File("other.key"), mayMake: true).For("a use")));
}
