namespace Jpos.Infrastructure.Files;

/// <summary>Creates folders for files that only the host's user may read, such as the database and the key.</summary>
internal static class PrivateFolder
{
    /// <summary>Creates a folder with mode 700; an existing folder stays unchanged.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
