using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Jpos.Benchmarks.Abuse;

/// <summary>Ordinary tills: consumes at a fixed rate, whether or not the ones before were answered in time. What a till has to wait because its last message is late counts as latency.</summary>
internal sealed class Tills(int cards)
{
    public const int Count = 24;

    private readonly int[] traces = new int[Fill.Terminals];

    /// <summary>What the host can do: each till sends its next message as soon as the last one is answered.</summary>
    public async Task<double> Capacity(Uri host, TimeSpan time) => (await BenchmarkLoad.Run(host, Count, time, till => Next(till))).PerSecond;

    /// <summary>Sends so many messages a second, all tills together.</summary>
    /// <returns>The latencies, sorted.</returns>
    public async Task<TimeSpan[]> Run(Uri host, double perSecond, TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, Count).Select(till =>
            Task.Factory.StartNew(() => Send(host, till, began, perSecond / Count, time), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return [.. all.SelectMany(some => some).Order()];
    }

    private List<TimeSpan> Send(Uri host, int till, long began, double perSecond, TimeSpan time)
    {
        using var connection = new BenchmarkLoad.Connection(host);
        using var never = new ManualResetEvent(false);
        var latencies = new List<TimeSpan>();
        var pause = TimeSpan.FromSeconds(1 / perSecond);
        for (var due = pause * till / Count; due < time; due += pause)
        {
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early)
            {
                never.WaitOne(early);
            }

            var (path, body) = Next(till);
            var answer = connection.Post(path, body);
            latencies.Add(Stopwatch.GetElapsedTime(began) - due);
            if (!answer.Contains("\"status\":\"00\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"A till was answered {answer}");
            }
        }

        return latencies;
    }

    private (string Path, string Body) Next(int till) => Messages.Consume(
        Fill.Terminal(till), $"98{RandomNumberGenerator.GetInt32(1, cards + 1).ToString("D14", CultureInfo.InvariantCulture)}", Fill.OpenBatch, ++traces[till]);
}
