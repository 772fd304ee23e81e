namespace Jpos.Infrastructure;

/// <summary>Files that only the host's user may read: keys, PINs, and copies of the database.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes an empty file with mode 600, to be written.</summary>
    /// <exception cref="IOException">It exists already.</exception>
    public static FileStream Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>Others than its owner may do something with the file. On Windows, where modes say nothing, false.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnersOnly) != 0;
}
