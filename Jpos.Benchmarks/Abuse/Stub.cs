using System.Diagnostics;

namespace Jpos.Benchmarks.Abuse;

/// <summary>The process of <see cref="StubServer"/>.</summary>
internal sealed class Stub : IDisposable
{
    private readonly Process process;

    private Stub(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static Stub Start()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Jpos.Benchmarks.dll"), StubServer.Verb]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The stub does not start.");
        return new Stub(process, new Uri(said.Split(": ")[1]));
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
