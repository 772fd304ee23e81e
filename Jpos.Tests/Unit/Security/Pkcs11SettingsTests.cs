using System.Runtime.Versioning;
using Jpos.Infrastructure.Security.Pkcs11;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace Jpos.Tests.Unit.Security;

/// <summary>Where the token is, and the file with its PIN.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class Pkcs11SettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string?> settings;

    public Pkcs11SettingsTests()
    {
        File.WriteAllText(folder.File("module.so"), "");
        Write("2468\n");
        settings = new() { ["Library"] = folder.File("module.so"), ["TokenLabel"] = "jpos", ["PinFile"] = "pin" };
    }

    public void Dispose() => folder.Dispose();

    [Test]
    public void The_file_of_the_pin_is_beside_the_host_and_a_line_end_is_not_the_pins() => Assert.That(Read().ReadPin(), Is.EqualTo("2468"u8.ToArray()));

    [Test]
    public void Eight_calls_run_at_once_unless_told_otherwise()
    {
        var unless = Read().Sessions;
        settings["Sessions"] = "3";

        Assert.That((unless, Read().Sessions), Is.EqualTo((8, 3)));
    }

    [TestCase("Library", null, "Library is missing")]
    [TestCase("Library", "", "Library is missing")]
    [TestCase("Library", "/nowhere/module.so", "Library is not an existing file")]
    [TestCase("TokenLabel", null, "TokenLabel is missing")]
    [TestCase("PinFile", null, "PinFile is missing")]
    [TestCase("Sessions", "0", "Sessions must be from 1 to 100")]
    [TestCase("Sessions", "101", "Sessions must be from 1 to 100")]
    [TestCase("Pin", "2468", "Pin is not a setting")]
    public void A_setting_that_is_missing_or_wrong_is_named(string name, string? value, string message)
    {
        settings[name] = value;

        Assert.That(Read, Throws.InvalidOperationException.With.Message.Contains(message).And.Message.Not.Contains("2468"));
    }

    [Test]
    public void A_file_that_is_missing_is_an_error()
    {
        File.Delete(folder.File("pin"));

        Assert.That(() => Read().ReadPin(), Throws.InvalidOperationException.With.Message.Contains("PinFile is not an existing file"));
    }

    [TestCase("")]
    [TestCase("\r\n")]
    public void A_file_without_a_pin_is_an_error(string content)
    {
        Write(content);

        Assert.That(() => Read().ReadPin(), Throws.InvalidOperationException.With.Message.Contains("is empty"));
    }

    [TestCase(UnixFileMode.GroupRead)]
    [TestCase(UnixFileMode.OtherRead)]
    [TestCase(UnixFileMode.OtherWrite)]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_others_can_use_is_an_error(UnixFileMode more)
    {
        File.SetUnixFileMode(folder.File("pin"), UnixFileMode.UserRead | UnixFileMode.UserWrite | more);

        Assert.That(() => Read().ReadPin(), Throws.InvalidOperationException.With.Message.Contains("accessible to other users"));
    }

    private Pkcs11Settings Read() => Pkcs11Settings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => $"{Pkcs11Settings.Section}:{one.Key}", one => one.Value)).Build(), folder.Path);

    private void Write(string pin)
    {
        File.WriteAllText(folder.File("pin"), pin);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.File("pin"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
