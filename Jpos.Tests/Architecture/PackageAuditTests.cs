using System.Diagnostics;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Architecture;

/// <summary>An advisory on a package stops the project's own checks, and no user's build.</summary>
internal sealed class PackageAuditTests
{
    private static readonly string[] Advisories = ["NU1901", "NU1902", "NU1903", "NU1904"];

    [TestCase("", true)]
    [TestCase("true", false)]
    public async Task An_advisory_is_a_warning_for_users_and_an_error_in_the_checks(string isError, bool isWarning)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", RepositoryFile.PathOf("Jpos.Domain/Jpos.Domain.csproj"), "-getProperty:WarningsNotAsErrors", "-getProperty:TreatWarningsAsErrors", "-nodeReuse:false"]) { RedirectStandardOutput = true };
        start.Environment["JposAuditIsError"] = isError;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(said, Does.Contain("\"TreatWarningsAsErrors\": \"true\""));
        Assert.That(Advisories.Select(advisory => said.Contains(advisory, StringComparison.Ordinal)), Is.All.EqualTo(isWarning), said);
    }

    [Test]
    public void The_checks_make_advisories_errors() =>
        Assert.That(File.ReadAllText(RepositoryFile.PathOf(".ci/run")), Does.Contain("export JposAuditIsError=true"));
}
