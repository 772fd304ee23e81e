namespace Jpos.Tests.Hosting;

/// <summary>Files of the repository that tests compare with. The golden ones hold what the host says; <c>.ci/renew-golden</c> renews them all, by running the tests of the category <see cref="Golden"/> with <c>JPOS_RENEW_GOLDEN=1</c>.</summary>
internal static class RepositoryFile
{
    /// <summary>The category of tests that renew files.</summary>
    public const string Golden = "Golden";

    public const string HowToRenew = "What the host says has changed. If that is meant, run .ci/renew-golden and look at git diff.";

    public static bool IsRenewed => Environment.GetEnvironmentVariable("JPOS_RENEW_GOLDEN") == "1";

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

    /// <summary>Writes a golden file, if they are renewed and it has changed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What it has to be.</param>
    /// <returns>What is in the file.</returns>
    public static async Task<string> Renew(string path, string text)
    {
        var old = await File.ReadAllTextAsync(path);
        if (!IsRenewed || old == text)
        {
            return old;
        }

        await File.WriteAllTextAsync(path, text);
        return text;
    }
}
