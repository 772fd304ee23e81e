namespace Jpos.Infrastructure.Files;

/// <summary>Folders for what only the host's user may read: database and key.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes a folder with mode 700; one that exists is left as it is.</summary>
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
