using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Architecture;

/// <summary>THIRD-PARTY-NOTICES.md lists the packages of the host, each with the licence that the package declares, and the texts of the licences are in the repository.</summary>
internal sealed partial class ThirdPartyNoticesTests
{
    private static readonly string Notices = File.ReadAllText(RepositoryFile.PathOf("THIRD-PARTY-NOTICES.md"));

    /// <summary>Licences by package, as the page has them.</summary>
    private static readonly Dictionary<string, string> Listed = Row().Matches(Notices).ToDictionary(row => row.Groups["package"].Value, row => row.Groups["licence"].Value);

    /// <summary>Folders of packages by package, below the cache of packages.</summary>
    private static readonly Dictionary<string, string> Shipped = ReadShipped();

    [Test]
    public void Every_package_of_the_host_is_listed_and_no_other() => Assert.That(Listed.Keys, Is.EquivalentTo(Shipped.Keys));

    [Test]
    public void A_package_is_listed_with_the_licence_that_it_declares()
    {
        var declared = Shipped.ToDictionary(package => package.Key, package => Declared(package.Value));
        Assert.That(declared.Values.Count(licence => licence is not null), Is.GreaterThan(declared.Count / 2), "The packages' own files were found.");
        Assert.That(
            declared.Where(package => package.Value is not null && package.Value != Listed.GetValueOrDefault(package.Key)).Select(package => $"{package.Key} is under {package.Value}"),
            Is.Empty);
    }

    [Test]
    public void The_terms_of_every_package_allow_to_distribute_it()
    {
        var terms = Shipped.ToDictionary(package => package.Key, package => Terms(package.Value));
        Assert.That(terms["Microsoft.Data.SqlClient.SNI.runtime"], Does.Contain("distribute"), "The terms in the packages were found.");
        Assert.That(terms.Where(package => package.Value.Contains("share, publish, distribute", StringComparison.OrdinalIgnoreCase)).Select(package => package.Key), Is.Empty);
    }

    [Test]
    public void Every_licence_has_its_text()
    {
        var texts = LicenceRow().Matches(Notices).ToDictionary(row => row.Groups["licence"].Value, row => row.Groups["text"].Value);
        Assert.That(Listed.Values.SelectMany(licence => licence.Split(" OR ").TakeLast(1)).Distinct(), Is.SubsetOf(texts.Keys));
        Assert.That(texts.Values.SelectMany(text => Link().Matches(text)).Select(link => link.Groups[1].Value).Where(file => !File.Exists(RepositoryFile.PathOf(file))), Is.Empty);
    }

    private static Dictionary<string, string> ReadShipped()
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Jpos.Api.deps.json")));
        return dependencies.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .ToDictionary(library => library.Name.Split('/')[0], library => library.Value.GetProperty("path").GetString()!);
    }

    /// <summary>Returns the SPDX expression that a package declares, or null if it declares a file or an address.</summary>
    private static string? Declared(string folder)
    {
        var file = Directory.EnumerateFiles(InCache(folder), "*.nuspec").Single();
        var licence = XDocument.Load(file).Descendants().SingleOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value == "expression" ? licence.Value.Trim() : null;
    }

    /// <summary>Returns the licence texts that a package contains, on one line.</summary>
    private static string Terms(string folder) =>
        string.Join(' ', Directory.EnumerateFiles(InCache(folder), "LICENSE*").Select(File.ReadAllText).SelectMany(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string InCache(string folder) =>
        Path.Combine(Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"), folder);

    [GeneratedRegex(@"^\| `(?<package>[^`]+)` \| `(?<licence>[^`]+)` \| [^|]*Copyright", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| `(?<licence>[^`]+)` \| (?<text>\[licenses/[^|]+|the file [^|]+)\|", RegexOptions.Multiline)]
    private static partial Regex LicenceRow();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
