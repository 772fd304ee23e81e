namespace Jpos.Infrastructure;

/// <summary>Files that only the host's user may read: keys, PINs, and copies of the database.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file with mode 600, to be written.</summary>
    /// <exception cref="IOException">It exists already.</exception>
    public static FileStream Make(string path) => Make(path, FileAccess.Write, FileOptions.None);

    /// <summary>Makes an empty file that is gone when it is closed.</summary>
    public static FileStream MakeTemporary() => Make(Path.Combine(Path.GetTempPath(), $"jpos-{Path.GetRandomFileName()}"), FileAccess.ReadWrite, FileOptions.DeleteOnClose);

    /// <summary>Others than its owner may do something with the file. On Windows, where modes say nothing, false.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnersOnly) != 0;

    private static FileStream Make(string path, FileAccess access, FileOptions options)
    {
        var stream = new FileStreamOptions { Mode = FileMode.CreateNew, Access = access, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            stream.UnixCreateMode = OwnersOnly;
        }

        return new FileStream(path, stream);
    }
}
