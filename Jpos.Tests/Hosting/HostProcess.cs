using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Jpos.Tests.Hosting;

/// <summary>The host as a process of its own, which can be killed. What it warned of is in the output of the test, which is shown if the test fails.</summary>
internal sealed partial class HostProcess : IDisposable
{
    /// <summary>Far more than anything takes, on a busy machine too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const int LastLines = 500;

    private readonly Process process;
    private readonly ConcurrentQueue<string> warnings;

    private HostProcess(Process process, ConcurrentQueue<string> warnings)
    {
        this.process = process;
        this.warnings = warnings;
        Http = new HttpClient { Timeout = Patience };
    }

    public HttpClient Http { get; }

    /// <summary>What the host has had of the processors since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the host on a free port and waits until it listens.</summary>
    public static async Task<HostProcess> Start(TemporaryFolder folder, params (string Name, string Value)[] settings)
    {
        var process = Describe(folder, settings);
        var address = new TaskCompletionSource<Uri>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && Listening().Match(text) is { Success: true } match)
            {
                address.TrySetResult(new Uri(match.Groups[1].Value));
            }
        };
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The host ended before it listened."));
        var host = new HostProcess(process, Begin(process));
        try
        {
            host.Http.BaseAddress = await address.Task.WaitAsync(Patience);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>As <see cref="Start(TemporaryFolder, ValueTuple{string, string}[])"/>, on any engine.</summary>
    public static Task<HostProcess> Start(TestDatabase database, params (string Name, string Value)[] settings) => Start(database.Folder, [.. Of(database), .. settings]);

    /// <summary>Starts an expiry run, which listens to nobody and ends by itself.</summary>
    public static HostProcess Expire(TestDatabase database, params (string Name, string Value)[] settings) => Command(database.Folder, "expire", [.. Of(database), .. settings]);

    /// <summary>Starts to bring in a file, which listens to nobody and ends by itself.</summary>
    public static HostProcess Import(TestDatabase database, string kind, string file) => Command(database.Folder, [.. Of(database)], "import", kind, file);

    /// <summary>Starts to try a file, which writes nothing but a report and ends by itself.</summary>
    public static HostProcess DryRun(TestDatabase database, string kind, string file, string report, params (string Name, string Value)[] settings) =>
        Command(database.Folder, [.. Of(database), .. settings], "import", kind, file, "--dry-run", "--report", report);

    /// <summary>Starts a command of the host, which listens to nobody and ends by itself.</summary>
    public static HostProcess Command(TemporaryFolder folder, string command, params (string Name, string Value)[] settings) => Command(folder, settings, command);

    public async Task<TerminalAnswerText> Post(string path, Form form)
    {
        using var content = form.ToContent();
        using var response = await Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await TerminalAnswerText.Read(response);
    }

    /// <summary>SIGKILL: nothing of the process runs after it.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and the exit code.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]);
        return await End();
    }

    /// <summary>The exit code, when the process has ended.</summary>
    public async Task<int> End()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>Gives a process, and those that it starts, the settings of a host whose files are in a folder.</summary>
    public static void Prepare(ProcessStartInfo start, TemporaryFolder folder)
    {
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__Jpos"] = $"Data Source={folder.File("jpos.db")}";
        start.Environment["Jpos__Security__HostKeyFile"] = folder.File("host.key");
        start.Environment["Jpos__Sms__File"] = folder.File("sms.jsonl");

        // What a killed process leaves there is gone with the folder.
        start.Environment["TMPDIR"] = folder.Path;

        // It ends long before code that was measured, to be compiled once more, would pay.
        start.Environment["DOTNET_TieredPGO"] = "0";
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
        foreach (var line in warnings)
        {
            TestContext.Out.WriteLine(line);
        }
    }

    private static HostProcess Command(TemporaryFolder folder, (string Name, string Value)[] settings, params string[] command)
    {
        var process = Describe(folder, settings, command);
        return new HostProcess(process, Begin(process));
    }

    /// <summary>Starts it, and keeps the last lines that are no mere information, with what belongs to them.</summary>
    private static ConcurrentQueue<string> Begin(Process process)
    {
        var warnings = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && !Information().IsMatch(text))
            {
                warnings.Enqueue(text);
                while (warnings.Count > LastLines)
                {
                    warnings.TryDequeue(out var _);
                }
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        return warnings;
    }

    private static IEnumerable<(string Name, string Value)> Of(TestDatabase database) =>
        database.Settings.Select(setting => (setting.Key, setting.Value));

    private static Process Describe(TemporaryFolder folder, (string Name, string Value)[] settings, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. command])
        {
            WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location),
            RedirectStandardOutput = true,
        };
        Prepare(start, folder);
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new Process { StartInfo = start, EnableRaisingEvents = true };
    }

    [GeneratedRegex("Now listening on: (http://127.0.0.1:[0-9]+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"^[0-9-]+ [0-9:.]+ INFO")]
    private static partial Regex Information();
}
