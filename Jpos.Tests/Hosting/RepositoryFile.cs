namespace Jpos.Tests.Hosting;

/// <summary>Files of the repository that tests compare with, and renew if <c>JPOS_UPDATE_SNAPSHOTS=1</c> is set.</summary>
internal static class RepositoryFile
{
    public static bool IsRenewed => Environment.GetEnvironmentVariable("JPOS_UPDATE_SNAPSHOTS") == "1";

    /// <param name="name">From the repository's root.</param>
    public static string PathOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Jpos.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Tests run inside the repository.");
        }

        return Path.Combine(folder.FullName, name);
    }
}
