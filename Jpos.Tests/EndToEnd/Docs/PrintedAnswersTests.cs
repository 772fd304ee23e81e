using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>The answers to terminals that README and the quick start print have the keys that the host answers with.</summary>
internal sealed partial class PrintedAnswersTests
{
    private static readonly JsonSerializerOptions AsPrinted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Category(RepositoryFile.Golden)]
    [TestCase("README.md", 3)]
    [TestCase("docs/quickstart.md", 1)]
    public async Task A_printed_answer_has_the_keys_of_its_address(string name, int answers)
    {
        await using var host = await JposHost.Borrow();
        var paths = JsonNode.Parse(await host.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!["paths"]!;
        var file = RepositoryFile.PathOf(name);
        var (path, found) = ("", 0);
        var lines = (await File.ReadAllLinesAsync(file)).Select(line =>
        {
            path = Address().Match(line) is { Success: true } address ? address.Value : path;
            if (!line.StartsWith("{\"status\":", StringComparison.Ordinal) || line.Contains('…', StringComparison.Ordinal))
            {
                return line;
            }

            found++;
            return Printed(JsonNode.Parse(line)!.AsObject(), paths[path]!["post"]!["responses"]!["200"]!["content"]!["application/json"]!["example"]!.AsObject());
        }).ToList();

        Assert.That(found, Is.EqualTo(answers));
        var text = string.Join('\n', lines) + "\n";
        Assert.That(text, Is.EqualTo(await RepositoryFile.Renew(file, text)), RepositoryFile.HowToRenew);
    }

    /// <summary>Returns a printed answer with today's keys; a key that is new has the value of the documented example.</summary>
    private static string Printed(JsonObject printed, JsonObject example) =>
        new JsonObject(example.Select(key => KeyValuePair.Create(key.Key, (printed[key.Key] ?? key.Value)?.DeepClone()))).ToJsonString(AsPrinted);

    [GeneratedRegex("/v1/jpos/[A-Za-z/]+")]
    private static partial Regex Address();
}
