using Jpos.Infrastructure.Security.Software;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Unit.Security;

/// <summary>The file that everything at rest hangs on (protocol §9).</summary>
internal sealed class HostKeyFileTests
{
    private const string Good = "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF";

    private TemporaryFolder folder = null!;

    private string KeyFile => folder.File("keys/host.key");

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void In_development_a_missing_key_is_made_and_kept()
    {
        var made = HostKeyFile.Load(KeyFile, mayMake: true);

        Assert.That(HostKeyFile.Load(KeyFile, mayMake: false).Derive(1, "a use"), Is.EqualTo(made.Derive(1, "a use")));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Only_the_hosts_user_can_read_a_made_key()
    {
        HostKeyFile.Load(KeyFile, mayMake: true);

        Assert.That(File.GetUnixFileMode(KeyFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void Elsewhere_a_missing_key_is_an_error_and_is_not_made()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => HostKeyFile.Load(KeyFile, mayMake: false), Throws.InvalidOperationException);
            Assert.That(File.Exists(KeyFile), Is.False);
        }
    }

    [TestCase("")]
    [TestCase("garbage")]
    [TestCase("00112233445566778899AABBCCDDEEFF", Description = "16 bytes")]
    [TestCase("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEF", Description = "63 digits")]
    [TestCase("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00", Description = "33 bytes")]
    [TestCase("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFG", Description = "no digit")]
    [TestCase($"0:{Good}\n256:{Good}", Description = "no version")]
    [TestCase($"{Good}\n1:{Good}", Description = "one version twice")]
    [TestCase($"1:{Good}\n2:", Description = "no key")]
    public void What_is_no_key_is_refused_and_left_as_it_is(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        Write(text);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => HostKeyFile.Load(KeyFile, mayMake: true), Throws.InvalidOperationException.With.Message.Not.Contains("garbage"));
            Assert.That(File.ReadAllText(KeyFile), Is.EqualTo(text));
        }
    }

    [Test]
    public void Each_use_has_a_key_of_its_own()
    {
        var key = HostKeyFile.Load(KeyFile, mayMake: true);

        Assert.That(new[] { key.Derive(1, "one")!, key.Derive(1, "other")!, key.Derive(1, "")! }.Select(Convert.ToHexString), Is.Unique);
    }

    [Test]
    public void Two_hosts_have_two_keys() =>
        Assert.That(HostKeyFile.Load(KeyFile, mayMake: true).Derive(1, "a use"), Is.Not.EqualTo(HostKeyFile.Load(folder.File("other.key"), mayMake: true).Derive(1, "a use")));

    [Test]
    public void Lines_are_versions_and_the_highest_is_current()
    {
        Write($"{Good}\n\n7:{Good[2..]}77\n2:{Good[2..]}22\n");

        var file = HostKeyFile.Load(KeyFile, mayMake: false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Current, Is.EqualTo(7));
            Assert.That(new byte[] { 1, 2, 7 }.Select(version => Convert.ToHexString(file.Derive(version, "a use")!)), Is.Unique);
            Assert.That(file.Derive(3, "a use"), Is.Null);
        }
    }

    [Test]
    public void A_new_version_is_added_and_the_old_ones_stay()
    {
        Write(Good);
        var file = HostKeyFile.Load(KeyFile, mayMake: false);

        var version = file.MakeNext();

        var again = HostKeyFile.Load(KeyFile, mayMake: false);
        Assert.That((version, again.Current, again.Derive(1, "a use"), again.Derive(2, "a use")), Is.EqualTo(((byte)2, (byte)2, file.Derive(1, "a use"), file.Derive(2, "a use"))));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void A_key_that_others_can_read_is_refused()
    {
        Write(Good);
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Assert.That(() => HostKeyFile.Load(KeyFile, mayMake: true), Throws.InvalidOperationException.With.Message.Contains("chmod 600"));
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
