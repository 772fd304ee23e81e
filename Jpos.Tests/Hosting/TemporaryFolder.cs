namespace Jpos.Tests.Hosting;

/// <summary>A folder that is gone when it is disposed of.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private bool keeps;

    public string Path { get; } = Directory.CreateTempSubdirectory("jpos-tests-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The next disposal does nothing.</summary>
    public void Keep() => keeps = true;

    public void Dispose()
    {
        if (keeps)
        {
            keeps = false;
            return;
        }

        Directory.Delete(Path, recursive: true);
    }
}
