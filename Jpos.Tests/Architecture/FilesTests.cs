using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Architecture;

/// <summary>A type is in the file that has its name, and a name is that of one type.</summary>
internal sealed partial class FilesTests
{
    private static readonly string[] Projects = ["Jpos.Api", "Jpos.Application", "Jpos.Domain", "Jpos.Infrastructure", "Jpos.Tests", "Jpos.Benchmarks"];
    private static readonly string[] Endings = ["Handler", "Outcome"];

    [Test]
    public void A_file_holds_one_type_and_has_its_name() => Assert.That(
        Files().Where(file => file.Types.Any(type => UseCase(type, file.Types) != file.Name.Split('.')[0])).Select(file => file.Name),
        Is.Empty);

    [Test]
    public void No_two_types_have_one_name() => Assert.That(
        Files().SelectMany(file => file.Types.Distinct().Select(type => (type, file.Namespace))).Distinct().GroupBy(type => type.type).Where(same => same.Count() > 1).Select(same => same.Key),
        Is.Empty);

    /// <summary>A use case keeps its command, outcome and handler together, in a file named as the command.</summary>
    private static string UseCase(string type, IReadOnlyCollection<string> types) =>
        Endings.Select(ending => type.EndsWith(ending, StringComparison.Ordinal) ? type[..^ending.Length] : "").FirstOrDefault(types.Contains) ?? type;

    private static List<(string Name, string Namespace, IReadOnlyList<string> Types)> Files() =>
    [
        .. from project in Projects
           from path in Directory.EnumerateFiles(RepositoryFile.PathOf(project), "*.cs", SearchOption.AllDirectories)
           where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
           let text = File.ReadAllText(path)
           select (Path.GetFileNameWithoutExtension(path), Namespace().Match(text).Value, (IReadOnlyList<string>)[.. Declared().Matches(text).Select(match => match.Groups["name"].Value)]),
    ];

    [GeneratedRegex(@"^namespace [\w.]+", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:(?:public|internal|sealed|abstract|static|partial|readonly|file|ref) )*(?:class|record struct|record class|record|struct|enum|interface|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
