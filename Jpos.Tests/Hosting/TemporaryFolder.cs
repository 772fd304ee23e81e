namespace Jpos.Tests.Hosting;

/// <summary>A folder that is gone when it is disposed of.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "jpos-tests-";

    /// <summary>Where Linux keeps files in memory.</summary>
    private const string Memory = "/dev/shm";

    private const long EnoughForHost = 256L << 20;

    public TemporaryFolder()
        : this(Directory.CreateTempSubdirectory(Prefix).FullName)
    {
    }

    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>For tests of thousands of commits, none of which has to outlive the machine. On a disk if the machine has no such place, or little of it, as in many containers.</summary>
    /// <param name="enoughBytes">What has to be free there.</param>
    public static TemporaryFolder InMemory(long enoughBytes = EnoughForHost) => Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > enoughBytes
        ? new TemporaryFolder(MakePrivate(System.IO.Path.Combine(Memory, Prefix + System.IO.Path.GetRandomFileName())))
        : new TemporaryFolder();

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>As those on the disk are: a server in it knows no passwords.</summary>
    private static string MakePrivate(string path) =>
        (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)).FullName;
}
