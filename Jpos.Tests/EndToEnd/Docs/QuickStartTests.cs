using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>docs/quickstart.md, pasted into a shell as a reader would, on an empty database.</summary>
internal sealed partial class QuickStartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Test]
    public async Task Its_lines_end_with_a_consume_that_is_approved()
    {
        await using var host = await JposHost.RunOnEmptyDatabase([new("Jpos:Demo", "false")], services => services.AddSingleton(TimeProvider.System));
        var answers = await Paste(await Script(host.Http.BaseAddress!), host.Database.Folder);

        var consume = JsonDocument.Parse(answers[^4]).RootElement;
        Assert.That((consume.GetProperty("status").GetString(), consume.GetProperty("persentPoint").GetDecimal(), consume.GetProperty("advertisement").GetString()), Is.EqualTo(("00", 2.7m, "Double points")), answers[^4]);
        var gift = JsonDocument.Parse(answers[^3]).RootElement.GetProperty("items")[0].GetProperty("gift");
        Assert.That((gift.GetProperty("multiplier").GetDecimal(), gift.GetProperty("rate").GetDecimal()), Is.EqualTo((2m, 0.015m)));
        var (companion, lost) = (JsonDocument.Parse(answers[^2]).RootElement, JsonDocument.Parse(answers[^1]).RootElement);
        Assert.That((companion.GetProperty("balance").GetDecimal(), lost.GetProperty("state").GetString(), lost.GetProperty("account").GetInt64()), Is.EqualTo((92.7m, "lost", companion.GetProperty("account").GetInt64())));
        Assert.That(answers, Has.None.Contains("\"title\""), "a problem");
    }

    [Test]
    public async Task The_second_store_of_the_back_office_guide_reconciles_a_batch()
    {
        await using var host = await JposHost.RunOnEmptyDatabase([new("Jpos:Demo", "false")], services => services.AddSingleton(TimeProvider.System));
        var guide = (await File.ReadAllTextAsync(RepositoryFile.PathOf("docs/backoffice.md"))).Split("\n## ");
        var lines = guide.Where(section => section.StartsWith("Set up a second store", StringComparison.Ordinal) || section.StartsWith("Reconcile a batch", StringComparison.Ordinal))
            .SelectMany(section => ShellBlock().Matches(section)).Select(block => block.Groups[1].Value).ToList();
        Assert.That(lines, Has.Count.EqualTo(4));
        var answers = await Paste(await Script(host.Http.BaseAddress!) + string.Concat(lines), host.Database.Folder);

        Assert.That(answers, Has.None.Contains("\"title\""), "a problem");
        var (batch, entries, alert) = (JsonDocument.Parse(answers[^3]).RootElement, JsonDocument.Parse(answers[^2]).RootElement, JsonDocument.Parse(answers[^1]).RootElement);
        Assert.That(batch.GetProperty("settlement").GetProperty("difference").GetProperty("pointDebitAmount").GetDecimal(), Is.EqualTo(-20m));
        Assert.That(entries.GetProperty("items").EnumerateArray().Single(entry => entry.GetProperty("trace").GetInt32() == 1).GetProperty("status").GetString(), Is.EqualTo("posted"));
        Assert.That((alert.GetProperty("kind").GetString(), alert.GetProperty("state").GetString()), Is.EqualTo(("unequalBatch", "resolved")));
    }

    /// <summary>The lines for the second window, with this host in the place of the one that the first window runs.</summary>
    private static async Task<string> Script(Uri host)
    {
        var text = await File.ReadAllTextAsync(RepositoryFile.PathOf("docs/quickstart.md"));
        var blocks = ShellBlock().Matches(text).Select(block => block.Groups[1].Value).ToList();
        Assert.That(blocks, Has.Count.GreaterThanOrEqualTo(6));
        return string.Concat(blocks.Skip(1))
            .Replace("export ConnectionStrings__Jpos='Data Source=data/shop.db'\n", "", StringComparison.Ordinal)
            .Replace("host=http://127.0.0.1:5080\n", $"host={host.ToString().TrimEnd('/')}\n", StringComparison.Ordinal)
            .Replace("dotnet run --project Jpos.Api --", $"dotnet '{typeof(Program).Assembly.Location}'", StringComparison.Ordinal);
    }

    private static async Task<string[]> Paste(string script, TemporaryFolder folder)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location) };
        HostProcess.Prepare(start, folder);
        using var shell = Process.Start(start)!;
        await shell.StandardInput.WriteAsync(script);
        shell.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var answers = await shell.StandardOutput.ReadToEndAsync(patience.Token);
        await shell.WaitForExitAsync(patience.Token);
        return answers.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
