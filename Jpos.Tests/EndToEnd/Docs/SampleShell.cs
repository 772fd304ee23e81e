using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Jpos.Tests.Docs;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>Runs the shell and HTTP samples of a page one after the other in one shell, as a reader would paste them, beside a host that is started for the page.</summary>
internal sealed partial class SampleShell : IDisposable
{
    private const string Address = "http://127.0.0.1:5080";

    // "dotnet run" takes minutes to build what is built: the shell runs the same program from the same folder, on the database of the page's host.
    private const string Prelude = """
        dotnet() {
          if [ "$*" = 'run --project Jpos.Api' ]; then return 0; fi
          if [ "$1 $2 $3 $4" != 'run --project Jpos.Api --' ]; then echo "the runner of samples does not know: dotnet $*" >&2; return 1; fi
          shift 4
          (cd "$SAMPLES/Jpos.Api" && ConnectionStrings__Jpos=$SAMPLES_DATABASE command dotnet "$SAMPLES_HOST" "$@")
        }
        trap 'printf "\035%s\n" "$BASH_COMMAND"' ERR

        """;

    // For pages that go on where another page, or the reader's own shop, has left off.
    private const string Keys = """
        host=http://127.0.0.1:5080
        key=$(dotnet run --project Jpos.Api -- new-api-key administrator 'Head office' | grep -o 'jpos_[0-9a-f_]*')
        second=$(dotnet run --project Jpos.Api -- new-api-key manager 'Second person' | grep -o 'jpos_[0-9a-f_]*')
        custodian=$(dotnet run --project Jpos.Api -- new-api-key securityOfficer 'Key custodian' | grep -o 'jpos_[0-9a-f_]*')
        office() { curl -sS "$host/api/v1/$1" -H "Authorization: Bearer $key" -H "Idempotency-Key: $RANDOM-$RANDOM-$RANDOM" -H 'Content-Type: application/json' -d "$2"; echo; }

        """;

    /// <summary>Files that the reader has in the folder.</summary>
    private static readonly (string Name, string Text)[] FilesOfReader =
    [
        ("cards.csv", "number,product,openingBalance\n9900000000002008,1,5\n"), ("members.csv", "name,mobile\n张三,13900000009\n"), ("tickets.csv", "card,kind,pieces\n9900000000000010,1,1\n"),
    ];

    private const char Next = '\x1e';
    private const char Failed = '\x1d';

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TemporaryFolder folder;
    private readonly HostProcess host;

    private SampleShell(TemporaryFolder folder, HostProcess host)
    {
        this.folder = folder;
        this.host = host;
    }

    /// <summary>Starts the host of a page.</summary>
    /// <param name="withDemoData">False for an empty database.</param>
    public static async Task<SampleShell> Start(bool withDemoData)
    {
        var folder = new TemporaryFolder();
        try
        {
            Directory.CreateDirectory(folder.File("Jpos.Api/data"));
            foreach (var (name, text) in FilesOfReader)
            {
                await File.WriteAllTextAsync(folder.File(name), text);
            }

            return new SampleShell(folder, await HostProcess.Start(folder, ("Jpos:Demo", withDemoData ? "true" : "false"), ("Jpos:Sms:File", folder.File("Jpos.Api/data/sms.jsonl"))));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Runs samples.</summary>
    /// <param name="before">Samples of other pages, which the reader has run before.</param>
    /// <param name="samples">Samples of the page.</param>
    /// <returns>What each sample of the page printed, and the commands that failed.</returns>
    public async Task<IReadOnlyList<(string Output, IReadOnlyList<string> Failed)>> Run(IEnumerable<Sample> before, IReadOnlyList<Sample> samples)
    {
        var texts = before.Concat(samples).Select(TextOf).ToList();
        var needsKeys = texts.Exists(text => NamesKey().IsMatch(text)) && !texts.Exists(text => text.Contains("office()", StringComparison.Ordinal));
        var script = new StringBuilder(Prelude).Append(needsKeys ? Keys : "");
        foreach (var text in texts)
        {
            script.Append("printf '\\036'\n").Append(text).Append('\n');
        }

        var (output, errors) = await Paste(script.Replace(Address, host.Http.BaseAddress!.ToString().TrimEnd('/')).ToString());
        var parts = output.Split(Next).Skip(1 + texts.Count - samples.Count).ToList();
        Assert.That(parts, Has.Count.EqualTo(samples.Count), errors);
        return [.. parts.Select(part => (string.Join('\n', part.Split('\n').Where(line => !line.StartsWith(Failed))), (IReadOnlyList<string>)[.. part.Split('\n').Where(line => line.Contains(Failed, StringComparison.Ordinal)).Select(line => $"{line.Split(Failed)[1]} {errors}")]))];
    }

    public void Dispose()
    {
        host.Dispose();
        folder.Dispose();
    }

    /// <summary>Returns what the shell runs; a request as curl sends it.</summary>
    private static string TextOf(Sample sample) => sample.Language == "http" ? Curl(sample.Text) : sample.Text.Replace("key=jpos_…", "", StringComparison.Ordinal);

    private static string Curl(string request)
    {
        var parts = request.Split("\n\n", 2);
        var lines = parts[0].Split('\n');
        var (method, path) = (lines[0].Split(' ')[0], lines[0].Split(' ')[1]);
        var headers = lines.Skip(1).Where(line => !line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)).Select(line => line.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase) ? " -H \"Authorization: Bearer $key\"" : $" -H '{line}'");
        var body = parts.Length > 1 && parts[1].Length > 0 ? $" --data-raw '{parts[1].Replace("'", "'\\''", StringComparison.Ordinal)}'" : "";
        return $"curl -sS -X {method} '{Address}{path}'{string.Concat(headers)}{body}; echo";
    }

    private async Task<(string Output, string Errors)> Paste(string script)
    {
        await File.WriteAllTextAsync(folder.File("samples.sh"), script);
        var start = new ProcessStartInfo("bash", [folder.File("samples.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path };
        HostProcess.Prepare(start, folder);
        start.Environment["ASPNETCORE_CONTENTROOT"] = Path.GetDirectoryName(typeof(Program).Assembly.Location);
        start.Environment["SAMPLES"] = folder.Path;
        start.Environment["SAMPLES_HOST"] = typeof(Program).Assembly.Location;
        start.Environment["SAMPLES_DATABASE"] = start.Environment["ConnectionStrings__Jpos"];
        using var shell = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var errors = shell.StandardError.ReadToEndAsync(patience.Token);
        var output = await shell.StandardOutput.ReadToEndAsync(patience.Token);
        await shell.WaitForExitAsync(patience.Token);
        return (output, await errors);
    }

    [GeneratedRegex(@"\$(key|second|custodian)\b|\boffice\b")]
    private static partial Regex NamesKey();
}
