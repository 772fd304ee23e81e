namespace Jpos.Infrastructure.Files;

/// <summary>Creates and opens files that only the host's user may read: keys, PINs, verify codes and copies of the database.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates an empty file with mode 600 for writing.</summary>
    /// <exception cref="IOException">The file already exists.</exception>
    public static FileStream Make(string path) => Make(path, FileMode.CreateNew, FileAccess.Write, FileOptions.None);

    /// <summary>Opens a file for appending. A missing file is created with mode 600.</summary>
    public static FileStream Append(string path) => Make(path, FileMode.Append, FileAccess.Write, FileOptions.None);

    /// <summary>Creates an empty file that disappears when it is closed or its process is killed, because it has no name. On Windows it has a name while it is open.</summary>
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

    /// <summary>Returns whether other users than the owner may access the file. Returns false on Windows, which has no file modes.</summary>
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
