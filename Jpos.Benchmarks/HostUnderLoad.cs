using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Text.RegularExpressions;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Jpos.Benchmarks;

/// <summary>The host, as a process of its own.</summary>
internal sealed partial class HostUnderLoad : IDisposable
{
    private readonly Process process;
    private readonly EventPipeSession session;
    private readonly Task listening;
    private double allocated;

    private HostUnderLoad(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        session = new DiagnosticsClient(process.Id).StartEventPipeSession(
            new EventPipeProvider("System.Runtime", EventLevel.Informational, 0, new Dictionary<string, string> { ["EventCounterIntervalSec"] = "1" }), requestRundown: false);
        listening = Task.Run(Listen);
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>What it has had of the processors since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What it has allocated since it started, to the last full second.</summary>
    public double AllocatedBytes => Volatile.Read(ref allocated);

    public static async Task<HostUnderLoad> Start(BenchmarkDatabase database, params (string Name, string Value)[] settings)
    {
        // It logs into a file, as it would in earnest: nobody has to read along.
        var log = Path.Combine(database.Folder, "host.log");
        File.Delete(log);
        var start = new ProcessStartInfo("sh", ["-c", "exec dotnet \"$0\" > \"$1\"", Path.Combine(AppContext.BaseDirectory, "Jpos.Api.dll"), log]) { WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in database.Settings.Concat(settings))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var began = Stopwatch.GetTimestamp();
        while (!process.HasExited && Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(50);
            if (File.Exists(log) && Listening().Match(await File.ReadAllTextAsync(log)) is { Success: true } match)
            {
                return new HostUnderLoad(process, new Uri(match.Groups[1].Value));
            }
        }

        throw new InvalidOperationException($"The host does not listen:\n{await File.ReadAllTextAsync(log)}");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        listening.Wait(TimeSpan.FromSeconds(5));
        session.Dispose();
    }

    private void Listen()
    {
        using var source = new EventPipeEventSource(session.EventStream);
        source.Dynamic.All += counters =>
        {
            if (counters.EventName == "EventCounters" && counters.PayloadValue(0) is IDictionary<string, object> outer && outer["Payload"] is IDictionary<string, object> one && (string)one["Name"] == "alloc-rate")
            {
                Volatile.Write(ref allocated, allocated + (double)one["Increment"]);
            }
        };
        try
        {
            source.Process();
        }
        catch (Exception exception) when (exception is IOException or FormatException or ObjectDisposedException)
        {
            // The host is gone.
        }
    }

    [GeneratedRegex("Now listening on: (http://127.0.0.1:[0-9]+)")]
    private static partial Regex Listening();
}
