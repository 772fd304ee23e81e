using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Jpos.Benchmarks.Abuse;

/// <summary>
/// Each attack beside ordinary tills, in turns with the same attack against a process that does nothing: so the attacker's own use of the processor does not count. The tills offer 30 % of what the host can do without an attacker.
/// </summary>
internal static partial class AbuseBenchmark
{
    private const int Cards = 2_000;
    private const int Transactions = 200_000;
    private const double Offered = 0.3;

    /// <summary>An attack gets going first, and what it left behind ends after it.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(0.25);

    /// <param name="rounds">How many pairs of runs of each attack.</param>
    /// <param name="time">How long each run is measured.</param>
    /// <param name="only">Words of the names of the attacks that are run; none for all.</param>
    public static async Task Run(int rounds, TimeSpan time, string[] only)
    {
        using var database = await Filled();
        var keys = new Dictionary<string, string> { ["administrator"] = await MakeKey(database, "administrator") };
        var tills = new Tills(Cards);
        var perSecond = Offered * await Capacity(database, tills);
        using var stub = Stub.Start();
        using var host = await HostUnderLoad.Start(database, [.. Limits, ("Jpos__Sms__File", Path.Combine(database.Folder, "texts.jsonl"))]);
        using (var desk = new BackOfficeDesk(host.Address, keys["administrator"]))
        {
            await PinCards.Issue(desk, await MakeKey(database, "securityOfficer"));
        }

        using (var shop = new BenchmarkLoad.Connection(host.Address))
        {
            shop.Post("/v1/jpos/terminal/checkin", $"storeNo={Fill.Store}&terminalNo=10000002&operatorNo=01");
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Tills offer {perSecond:F0} consumes a second."));
        var table = new ResultTable(
            "attack, from one address", "tried", "tills' p50 / p99 beside the stub, ms", "tills' p50 / p99 beside the host, ms", "ratio of p99, median (from – to)", "answers the attacker got");
        var place = 1;
        foreach (var attack in new Attacks(keys).All.Where(attack => only.Length == 0 || Array.Exists(only, word => attack.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            // An address of its own: what one attack did must not hold for the next.
            var from = new IPAddress([127, 0, 1, (byte)++place]);
            var pairs = new List<(Latency Stub, Latency Host)>();
            var got = new Dictionary<string, int>();
            for (var round = 0; round < rounds; round++)
            {
                var (first, second) = (round % 2 == 0 ? stub.Address : host.Address, round % 2 == 0 ? host.Address : stub.Address);
                var measured = new Dictionary<Uri, Latency>();
                foreach (var target in (Uri[])[first, second])
                {
                    (measured[target], var answers) = await Measure(tills, host.Address, perSecond, time, attack, target, from);
                    foreach (var (answer, count) in answers.Where(_ => target == host.Address))
                    {
                        got[answer] = got.GetValueOrDefault(answer) + count;
                    }
                }

                pairs.Add((measured[stub.Address], measured[host.Address]));
            }

            double[] ratios = [.. pairs.Select(pair => pair.Host.P99 / pair.Stub.P99).Order()];
            table.Add(
                attack.Name,
                attack.Rate,
                Text(pairs.Select(pair => pair.Stub)),
                Text(pairs.Select(pair => pair.Host)),
                string.Create(CultureInfo.InvariantCulture, $"{Median(ratios):F2} ({ratios[0]:F2} – {ratios[^1]:F2})"),
                Most(got));
        }

        table.Print(Console.Out);
    }

    /// <summary>What the host can do for tills that no rate limits, after some time to warm up.</summary>
    private static async Task<double> Capacity(BenchmarkDatabase database, Tills tills)
    {
        using var host = await HostUnderLoad.Start(database, [.. Limits, ("Jpos__Limits__RequestsPerSecondOfAddress", "0"), ("Jpos__Limits__RequestsPerSecondOfTerminal", "0")]);
        await tills.Capacity(host.Address, TimeSpan.FromSeconds(10));
        return await tills.Capacity(host.Address, TimeSpan.FromSeconds(5));
    }

    /// <summary>Measures what each route costs.</summary>
    /// <returns>Whether each route did what it was asked for.</returns>
    public static async Task<bool> Routes()
    {
        using var database = await Filled();
        var texts = Path.Combine(database.Folder, "texts.jsonl");
        var (administrator, officer, second) = (await MakeKey(database, "administrator"), await MakeKey(database, "securityOfficer"), await MakeKey(database, "manager"));
        using var host = await HostUnderLoad.Start(database, ("Jpos__Docs", "true"), ("Jpos__Sms__File", texts));
        using var desk = new BackOfficeDesk(host.Address, administrator);
        return await new RouteCosts(host, desk, new TerminalProbes(desk, texts), new BackOfficeProbes(desk, officer, second)).Run();
    }

    private static async Task<BenchmarkDatabase> Filled()
    {
        var database = new SqliteBenchmarkDatabase();
        await using var db = database.Open();
        await new Fill(database, db, new Size(Cards, Transactions)).Run();
        return database;
    }

    /// <summary>A host by its defaults: its limits are what is measured.</summary>
    private static (string, string)[] Limits =>
    [
        ("Jpos__Limits__RequestsPerSecondOfAddress", "500"),
        ("Jpos__Limits__RequestsPerSecondOfTerminal", "20"),
    ];

    private static async Task<(Latency Latency, IReadOnlyDictionary<string, int> Answers)> Measure(Tills tills, Uri host, double perSecond, TimeSpan time, Attack attack, Uri target, IPAddress from)
    {
        using var attacker = new Attacker(target, from);
        using var stop = new CancellationTokenSource();
        var attacking = Task.Run(() => attack.Run(attacker, stop.Token), CancellationToken.None);
        await Task.Delay(Before, CancellationToken.None);
        var latencies = await tills.Run(host, perSecond, time);
        await stop.CancelAsync();
        await attacking;
        await Task.Delay(After, CancellationToken.None);
        return (new Latency(At(0.5), At(0.99)), attacker.Answers);

        double At(double share) => latencies[(int)((latencies.Length - 1) * share)].TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted[sorted.Length / 2];
    }

    private static string Text(IEnumerable<Latency> latencies)
    {
        Latency[] all = [.. latencies];
        return string.Create(CultureInfo.InvariantCulture, $"{Median(all.Select(one => one.P50)):F1} / {Median(all.Select(one => one.P99)):F1}");
    }

    /// <summary>The most frequent answers, each with its share.</summary>
    private static string Most(Dictionary<string, int> answers) => answers.Count == 0
        ? "nothing"
        : string.Join(", ", answers.OrderByDescending(one => one.Value).Take(3).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {(double)one.Value / answers.Values.Sum():P0}")));

    private static async Task<string> MakeKey(BenchmarkDatabase database, string role)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Jpos.Api.dll"), "new-api-key", role, role]) { RedirectStandardOutput = true };
        foreach (var (name, value) in database.Settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return Key().Match(said) is { Success: true } match ? match.Value : throw new InvalidOperationException(said);
    }

    /// <summary>What tills wait, in milliseconds.</summary>
    private readonly record struct Latency(double P50, double P99);

    [GeneratedRegex("jpos_[A-Za-z0-9_-]+")]
    private static partial Regex Key();
}
