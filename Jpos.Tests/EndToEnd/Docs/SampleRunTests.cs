using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jpos.Infrastructure.Settings;
using Jpos.Tests.Docs;
using Jpos.Tests.Hosting;
using Jpos.Tests.Persistence.SqlServer;
using Microsoft.Extensions.Configuration;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>The samples of the pages do what the pages say: commands and requests succeed, answers are as printed, settings are known to the host, and code compiles.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SampleRunTests
{
    private const string QuickStart = "docs/quickstart.md";

    /// <summary>Pages that go on where the quick start ends, on its database.</summary>
    private static readonly string[] AfterQuickStart = ["docs/gateways.md", "docs/backoffice.md"];

    /// <summary>A page whose commands need a server of their own: <see cref="ServerPageTests"/> runs them.</summary>
    private const string OfServer = "docs/production.md";

    private static readonly string[] Shells = ["sh", "http"];
    private static readonly string[] Settings = ["Jpos", "ConnectionStrings", "Kestrel", "Logging"];

    /// <summary>The page that every reader runs.</summary>
    private const string First = "docs/quickstart.md";

    private static IEnumerable<MarkdownPage> Pages => MarkdownPage.English.Where(page => Run(page).Any() && (TestLength.IsLong || page.Name == First));

    [TestCaseSource(nameof(Pages))]
    public async Task Samples_do_what_the_page_says(MarkdownPage page)
    {
        var wrong = new List<string>();
        var samples = Run(page).ToList();
        var outputs = await OutputsOf(page, [.. samples.Where(sample => Shells.Contains(sample.Language) && page.Name != OfServer)]);
        foreach (var (at, sample) in samples.Index())
        {
            var next = samples.ElementAtOrDefault(at + 1);
            if (outputs.TryGetValue(sample, out var shell))
            {
                wrong.AddRange(shell.Failed.Select(failed => $"{sample}: failed: {failed}"));
                wrong.AddRange(Compare(sample, shell.Output, next is { Language: "json" } && !IsSettings(next) ? next : null));
            }
            else
            {
                wrong.AddRange(Check(sample).Select(problem => $"{sample}: {problem}"));
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    private static IEnumerable<Sample> Run(MarkdownPage page) => page.Samples.Where(sample => sample is { IsSample: true, NotRun: null });

    private static async Task<Dictionary<Sample, (string Output, IReadOnlyList<string> Failed)>> OutputsOf(MarkdownPage page, IReadOnlyList<Sample> samples)
    {
        if (samples.Count == 0)
        {
            return [];
        }

        var isAfter = AfterQuickStart.Contains(page.Name);
        using var shell = await SampleShell.Start(withDemoData: !isAfter && page.Name != QuickStart);
        var before = isAfter ? Run(MarkdownPage.Of(QuickStart)).Where(sample => Shells.Contains(sample.Language)) : [];
        return samples.Zip(await shell.Run(before, samples)).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>Compares the last values of an output with those that the page prints after the command. Where it prints none, no answer may be an error.</summary>
    private static IEnumerable<string> Compare(Sample sample, string output, Sample? printed)
    {
        var answers = PrintedJson.Find(output);
        var expected = printed is null ? [] : PrintedJson.Parse(printed.Text);
        if (answers.Count < expected.Count)
        {
            return [$"{sample}: the page prints {expected.Count} answers, the command {answers.Count}: {output}"];
        }

        return answers.SkipLast(expected.Count).Where(IsError).Select(answer => $"{sample}: {answer.ToJsonString()}")
            .Concat(answers.TakeLast(expected.Count).SelectMany((answer, at) => PrintedJson.Differences(expected[at], answer)).Select(difference => $"{printed}: {difference}"));
    }

    /// <summary>Returns whether an answer is a problem of the API or a decline of the terminal protocol.</summary>
    private static bool IsError(JsonNode answer) => answer is JsonObject fields && fields["status"] is JsonValue status
        && (status.GetValueKind() is JsonValueKind.Number ? fields.ContainsKey("title") : status.GetValueKind() is JsonValueKind.String && fields.ContainsKey("transTime") && (string?)status != "00");

    private static IEnumerable<string> Check(Sample sample) => sample.Language switch
    {
        "json" when IsSettings(sample) => CheckSettings(configuration => configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(sample.Text)))),
        "json" => PrintedJson.Parse(sample.Text).Count > 0 ? [] : ["no JSON"],
        "ini" => CheckSettings(configuration => configuration.AddInMemoryCollection(VariablesOf(sample.Text))),
        "csharp" => CodeSample.ErrorsOf(sample.Text),
        "sql" => TransactSql.ErrorsOf(sample.Text),
        _ => [],
    };

    private static bool IsSettings(Sample sample) => PrintedJson.Find(sample.Text) is [JsonObject fields, ..] && fields.Any(field => Settings.Contains(field.Key));

    private static IEnumerable<string> CheckSettings(Action<IConfigurationBuilder> add)
    {
        var configuration = new ConfigurationBuilder();
        add(configuration);
        try
        {
            SettingsCheck.Run(configuration.Build(), typeof(Program).Assembly, typeof(SettingsCheck).Assembly);
            return [];
        }
        catch (SettingException unknown)
        {
            return [unknown.Message];
        }
    }

    /// <summary>Returns the settings of a file of environment variables; a unit of systemd has none.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> VariablesOf(string file) =>
        file.Split('\n').Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2 && parts[0].Contains("__", StringComparison.Ordinal))
            .Select(parts => KeyValuePair.Create<string, string?>(parts[0].Replace("__", ":", StringComparison.Ordinal), parts[1].Trim('"')));
}
