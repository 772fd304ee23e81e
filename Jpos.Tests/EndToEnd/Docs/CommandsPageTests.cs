using System.Reflection;
using System.Text.RegularExpressions;
using Jpos.Infrastructure.Startup;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>docs/commands.md has a heading, an example and exit codes for every command of the host.</summary>
internal sealed partial class CommandsPageTests
{
    private static readonly string[] Options = ["--help", "--version"];

    private static readonly Dictionary<string, string> Page = Heading().Matches(File.ReadAllText(RepositoryFile.PathOf("docs/commands.md"))).ToDictionary(heading => heading.Groups["name"].Value, heading => heading.Groups["text"].Value);

    private static IEnumerable<string> Commands => typeof(HostCommands).GetFields(BindingFlags.Public | BindingFlags.Static).Where(name => name.IsLiteral).Select(name => (string)name.GetRawConstantValue()!);

    [Test]
    public void Every_command_has_a_heading_and_every_heading_is_a_command() => Assert.That(Page.Keys, Is.EquivalentTo(Commands.Concat(Options)));

    [TestCaseSource(nameof(Commands))]
    public void A_command_has_an_example_and_exit_codes(string command) =>
        Assert.That(Page[command], Does.Contain($"dotnet run --project Jpos.Api -- {command}").And.Contain("\nExit codes: 0, "));

    [GeneratedRegex("^### `(?<name>[^`]+)`\n(?<text>(?:(?!^#).*\n?)*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
