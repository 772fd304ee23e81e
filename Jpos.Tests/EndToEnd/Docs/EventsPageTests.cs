using System.Text.Json;
using System.Text.RegularExpressions;
using Jpos.Application.BackOffice.Transactions;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Domain.Webhooks;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>docs/events.md has a section for each event, with an example that has the fields of the code.</summary>
internal sealed partial class EventsPageTests
{
    private static readonly string Text = File.ReadAllText(RepositoryFile.PathOf("docs/events.md")).ReplaceLineEndings("\n");

    private static IEnumerable<string> Names => EventNames.All;

    [Test]
    public void Each_event_has_its_section_and_no_section_is_unknown() =>
        Assert.That(Heading().Matches(Text).Select(heading => heading.Groups["name"].Value), Is.EqualTo(Names));

    [TestCaseSource(nameof(Names))]
    public void An_example_has_the_fields_of_the_event(string name)
    {
        var section = Text[(Text.IndexOf($"\n## `{name}`\n", StringComparison.Ordinal) + 1)..].Split("\n## ")[0];
        using var example = JsonDocument.Parse(Json().Match(section).Groups["json"].Value);
        var (sent, data) = (example.RootElement, example.RootElement.GetProperty("data"));
        var type = name.StartsWith("transaction", StringComparison.Ordinal) ? typeof(TransactionEvent) : name.StartsWith("batch", StringComparison.Ordinal) ? typeof(BatchView) : typeof(CardEvent);

        Assert.That(sent.GetProperty("type").GetString(), Is.EqualTo(name));
        Assert.That(FieldsOf(sent), Is.EqualTo(FieldsOf(typeof(EventView))));
        Assert.That(FieldsOf(data), Is.EqualTo(FieldsOf(type)));
    }

    private static IEnumerable<string> FieldsOf(JsonElement json) => json.EnumerateObject().Select(field => field.Name);

    private static IEnumerable<string> FieldsOf(Type type) => type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    [GeneratedRegex("^## `(?<name>[^`]+)`$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("```json\n(?<json>.+?)\n```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Json();
}
