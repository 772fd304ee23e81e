namespace Jpos.Infrastructure;

/// <summary>Files that only the host's user may read: keys and PINs.</summary>
internal static class PrivateFile
{
    /// <summary>Others than its owner may do something with the file. On Windows, where modes say nothing, false.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0;
}
