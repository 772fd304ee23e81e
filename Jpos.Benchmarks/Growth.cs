using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Jpos.Infrastructure.LedgerVerification;

namespace Jpos.Benchmarks;

/// <summary>What messages cost on a small database and on a large one, in turns, in one run.</summary>
internal static class Growth
{
    private const int Rounds = 7;
    private const int Terminals = 8;
    private const int MessagesOfTerminal = 60;

    private static readonly Size Small = new(1_000, 100_000);

    public static async Task Run(string engine, Size large)
    {
        using var few = Make(engine);
        using var many = Make(engine);
        var table = new ResultTable("message", "small, µs", "large, µs", "ratio of cost", "small, ms", "large, ms", "ratio of latency");
        await using var small = await Shop.Open(few, Small);
        await using var big = await Shop.Open(many, large);
        foreach (var shop in (Shop[])[small, big, small, big, small, big])
        {
            foreach (var kind in Enum.GetValues<Kind>())
            {
                await shop.Send(kind, MessagesOfTerminal);
            }
        }

        foreach (var kind in Enum.GetValues<Kind>())
        {
            var rounds = new List<((double Cost, double Latency) Small, (double Cost, double Latency) Large)>();
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add((await small.Send(kind, MessagesOfTerminal), await big.Send(kind, MessagesOfTerminal)));
            }

            table.Add(
                kind.ToString(),
                Median(rounds, round => round.Small.Cost, "F0"),
                Median(rounds, round => round.Large.Cost, "F0"),
                Median(rounds, round => round.Large.Cost / round.Small.Cost, "F2"),
                Median(rounds, round => round.Small.Latency, "F1"),
                Median(rounds, round => round.Large.Latency, "F1"),
                Median(rounds, round => round.Large.Latency / round.Small.Latency, "F2"));
        }

        table.Print(Console.Out);
        await Verify(many);
    }

    /// <summary>What was copied and what was done to it is right.</summary>
    private static async Task Verify(BenchmarkDatabase database)
    {
        await using var db = database.Open();
        var began = Stopwatch.GetTimestamp();
        var report = await new LedgerVerifier(db, database.Make()).Verify(CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verify of the large one: {report.Discrepancies.Count} faults, {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s"));
        foreach (var fault in report.Discrepancies.Take(10))
        {
            Console.WriteLine(fault);
        }
    }

    private static BenchmarkDatabase Make(string engine) => engine == "postgresql" ? new PostgresBenchmarkDatabase() : new SqliteBenchmarkDatabase();

    private static string Median<T>(List<T> rounds, Func<T, double> figure, string format) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2).ToString(format, CultureInfo.InvariantCulture);

    private enum Kind
    {
        Consume,
        Reverse,
        Cancel,
        Refund,
        Settle,
    }

    /// <summary>A filled database, its host, and terminals that know what they have done.</summary>
    private sealed class Shop : IAsyncDisposable
    {
        private readonly BenchmarkDatabase database;
        private readonly HostUnderLoad host;
        private readonly Fill fill;
        private readonly Size size;
        private readonly int[] batch = [.. Enumerable.Repeat(Fill.OpenBatch, Terminals)];
        private readonly int[] trace = new int[Terminals];
        private readonly Stack<(string Card, int Trace)>[] consumed = [.. Enumerable.Range(0, Terminals).Select(_ => new Stack<(string, int)>())];
        private long refunded;

        private Shop(BenchmarkDatabase database, HostUnderLoad host, Fill fill, Size size)
        {
            this.database = database;
            this.host = host;
            this.fill = fill;
            this.size = size;
        }

        public static async Task<Shop> Open(BenchmarkDatabase database, Size size)
        {
            var began = Stopwatch.GetTimestamp();
            await using var db = database.Open();
            var fill = new Fill(database, db, size);
            await fill.Run();
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size.Cards} cards and {size.Transactions} transactions on {database.Engine}: {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s"));
            return new Shop(database, await HostUnderLoad.Start(database), fill, size);
        }

        /// <summary>What a message costs in processor time, in µs, and how long it takes, in ms.</summary>
        public async Task<(double Cost, double Latency)> Send(Kind kind, int ofEach)
        {
            if (kind is Kind.Reverse or Kind.Cancel)
            {
                // There has to be something to undo.
                await Send(Kind.Consume, ofEach);
            }

            var left = Enumerable.Repeat(ofEach, Terminals).ToArray();
            var before = host.ProcessorTime + database.ProcessorTime;
            var measured = await BenchmarkLoad.Run(host.Address, Terminals, TimeSpan.FromMinutes(5), terminal => left[terminal]-- > 0 ? Next(kind, terminal) : null);
            var cost = host.ProcessorTime + database.ProcessorTime - before;
            return (cost.TotalMicroseconds / measured.Count, measured.Latencies.Average(latency => latency.TotalMilliseconds));
        }

        public ValueTask DisposeAsync()
        {
            host.Dispose();
            return ValueTask.CompletedTask;
        }

        private (string Path, string Body) Next(Kind kind, int terminal)
        {
            var name = Fill.Terminal(terminal);
            switch (kind)
            {
                case Kind.Reverse:
                    var (card, gone) = consumed[terminal].Pop();
                    return Messages.Reverse(name, card, batch[terminal], gone);
                case Kind.Cancel:
                    var (back, cancelled) = consumed[terminal].Pop();
                    return Messages.Cancel(name, back, batch[terminal], ++trace[terminal], cancelled);
                case Kind.Refund:
                    // Of the last days, each once.
                    var transaction = size.Transactions - Interlocked.Increment(ref refunded);
                    return Messages.Refund(name, fill.Card(transaction), batch[terminal], ++trace[terminal], fill.Serial(transaction));
                case Kind.Settle:
                    consumed[terminal].Clear();
                    return Messages.Settle(name, batch[terminal]++);
                default:
                    var bought = (fill.Card(RandomNumberGenerator.GetInt32((int)size.Cards) + 1), ++trace[terminal]);
                    consumed[terminal].Push(bought);
                    return Messages.Consume(name, bought.Item1, batch[terminal], bought.Item2);
            }
        }
    }
}
