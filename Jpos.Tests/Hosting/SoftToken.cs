using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Jpos.Infrastructure.Security.Pkcs11;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Tests.Hosting;

/// <summary>
/// A token of SoftHSM, the software that stands in for a hardware module, with a user PIN and nothing on it. SoftHSM reads where its tokens are when it is initialised, so all tokens of a run are in one folder.
/// </summary>
internal sealed class SoftToken : IDisposable
{
    private const string OfficerPin = "87654321";

    private static readonly string[] Libraries =
    [
        Environment.GetEnvironmentVariable("JPOS_TEST_PKCS11") ?? "",
        "/usr/lib/softhsm/libsofthsm2.so",
        .. Directory.Exists("/usr/lib") ? Directory.GetDirectories("/usr/lib").Select(folder => $"{folder}/softhsm/libsofthsm2.so") : [],
    ];

    private static readonly Lock Making = new();
    private static TemporaryFolder? tokens;
    private static int count;

    private readonly TemporaryFolder folder = new();

    private SoftToken(string library)
    {
        lock (Making)
        {
            var slot = Free(library);
            Label = string.Create(CultureInfo.InvariantCulture, $"jpos test {++count}");
            slot.InitToken(OfficerPin, Label);
            using var session = slot.OpenSession(SessionType.ReadWrite);
            session.Login(CKU.CKU_SO, OfficerPin);
            session.InitPin(Pin);
            session.Logout();
        }

        WritePin(Pin);
        Settings = new Pkcs11Settings(library, Label, PinFile, Sessions: 4);
    }

    public static string Pin => "24681357";

    public string Label { get; }

    public string PinFile => folder.File("pin");

    public Pkcs11Settings Settings { get; }

    /// <summary>For a host that keeps its keys on this token.</summary>
    public IEnumerable<KeyValuePair<string, string>> HostSettings =>
    [
        new("Jpos:Security:Module", "Pkcs11"),
        new($"{Pkcs11Settings.Section}:Library", Settings.Library),
        new($"{Pkcs11Settings.Section}:TokenLabel", Label),
        new($"{Pkcs11Settings.Section}:PinFile", PinFile),
    ];

    /// <summary>A new token; the test is skipped where there is no SoftHSM.</summary>
    public static SoftToken Make()
    {
        if (Array.Find(Libraries, File.Exists) is not { } library)
        {
            Assert.Ignore("SoftHSM is not here. Install it (Debian: apt-get install softhsm2), or name its library in JPOS_TEST_PKCS11.");
            throw new UnreachableException();
        }

        return new SoftToken(library);
    }

    /// <summary>To be called when all tests are over.</summary>
    public static void RemoveAll() => tokens?.Dispose();

    public Pkcs11Vault Open(bool mayMake = true) => Pkcs11Vault.Open(Settings, mayMake);

    /// <summary>Puts a PIN into the file that the settings name.</summary>
    public void WritePin(string pin)
    {
        File.WriteAllText(PinFile, $"{pin}\n", Encoding.ASCII);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PinFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>Does something on the token behind the vault's back.</summary>
    public T OnToken<T>(Func<ISession, T> work)
    {
        using var token = Pkcs11Token.Open(Settings);
        using var session = token.OpenToWrite();
        return work(session);
    }

    /// <summary>The keys of a label that stay on the token.</summary>
    public static List<IObjectHandle> Labelled(ISession session, string label) =>
        new List<IObjectAttribute>([Templates.Of(CKA.CKA_LABEL, label), Templates.Of(CKA.CKA_TOKEN, true)]).Use(session.FindAllObjects);

    public void Destroy(string label) => OnToken(session =>
    {
        var found = Labelled(session, label);
        found.ForEach(session.DestroyObject);
        return found.Count;
    });

    public void Dispose() => folder.Dispose();

    /// <summary>There is always a slot whose token is not initialised.</summary>
    private static ISlot Free(string library)
    {
        if (tokens is null)
        {
            tokens = new TemporaryFolder();
            File.WriteAllText(tokens.File("softhsm2.conf"), $"directories.tokendir = {tokens.Path}\nobjectstore.backend = file\nlog.level = ERROR\n");

            // The library looks into the environment of the process, which Environment.SetEnvironmentVariable does not change.
            Assert.That(SetEnvironment("SOFTHSM2_CONF", tokens.File("softhsm2.conf"), 1), Is.Zero);
        }

        return Pkcs11Libraries.Load(library).GetSlotList(SlotsType.WithTokenPresent).First(slot => !slot.GetTokenInfo().TokenFlags.TokenInitialized);
    }

    [DllImport("libc", EntryPoint = "setenv", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetEnvironment(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrites);
}
