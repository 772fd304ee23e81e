namespace Jpos.Infrastructure.Files;

/// <summary>Files that only the host's user may read: keys, PINs, verify codes, and copies of the database.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file with mode 600, to be written.</summary>
    /// <exception cref="IOException">It exists already.</exception>
    public static FileStream Make(string path) => Make(path, FileMode.CreateNew, FileAccess.Write, FileOptions.None);

    /// <summary>Opens a file to add to it. If there is none, it is made with mode 600.</summary>
    public static FileStream Append(string path) => Make(path, FileMode.Append, FileAccess.Write, FileOptions.None);

    /// <summary>Makes an empty file that is gone when it is closed, and when its process is killed: it has no name to be found by. On Windows it has one while it is open.</summary>
    public static FileStream MakeTemporary()
    {
        var path = Path.Combine(Path.GetTempPath(), $"jpos-{Path.GetRandomFileName()}");
        if (OperatingSystem.IsWindows())
        {
            return Make(path, FileMode.CreateNew, FileAccess.ReadWrite, FileOptions.DeleteOnClose);
        }

        var file = Make(path, FileMode.CreateNew, FileAccess.ReadWrite, FileOptions.None);
        File.Delete(path);
        return file;
    }

    /// <summary>Others than its owner may do something with the file. On Windows, where modes say nothing, false.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnersOnly) != 0;

    private static FileStream Make(string path, FileMode mode, FileAccess access, FileOptions options)
    {
        var stream = new FileStreamOptions { Mode = mode, Access = access, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            stream.UnixCreateMode = OwnersOnly;
        }

        return new FileStream(path, stream);
    }
}
