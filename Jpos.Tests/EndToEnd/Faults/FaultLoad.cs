using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>Tills of four terminals in two stores that meet at three cards, while a test makes faults.</summary>
internal sealed class FaultLoad : IDisposable
{
    private const int TracesOfTill = 300_000;

    private static readonly (string Store, string Terminal)[] Terminals =
        [(Form.Store, Form.Terminal), (Form.Store, "10000004"), (Form.Store, "10000005"), ("100000000000002", "20000001")];

    private static readonly string[] Cards = [Form.GoldCard, Form.PinCard, Form.EmptyCard];

    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abandon = new();
    private readonly Task[] running;
    private volatile bool isResting;

    private FaultLoad(Func<FaultLoad, IReadOnlyList<Till>> tills)
    {
        Tills = tills(this);
        running = [.. Tills.Select(till => Task.Run(() => till.Run(stop.Token, abandon.Token)))];
    }

    public IReadOnlyList<Till> Tills { get; }

    public int Answered => Tills.Sum(till => till.Answered);

    public int Cut => Tills.Sum(till => till.Cut);

    public int OutOfTime => Tills.Sum(till => till.OutOfTime);

    public TimeSpan Longest => Tills.Max(till => till.Longest);

    /// <summary>Signs the terminals on, and begins.</summary>
    /// <param name="host">The host that a till sends to at the moment, by its number.</param>
    /// <param name="tills">How many of them.</param>
    public static async Task<FaultLoad> Begin(Func<int, HttpClient> host, int tills = 8)
    {
        foreach (var (store, terminal) in Terminals)
        {
            var signedOn = await host(0).Post("/v1/jpos/terminal/checkin", Form.CheckIn(terminal).With("storeNo", store));
            Assert.That(signedOn.Status, Is.EqualTo("00"), signedOn.Text);
        }

        return new FaultLoad(load => [.. Enumerable.Range(0, tills).Select(number =>
        {
            var (store, terminal) = Terminals[number % Terminals.Length];
            return new Till(store, terminal, Cards[number % Cards.Length], 1 + (number / Terminals.Length * TracesOfTill), () => host(number), () => load.isResting);
        })]);
    }

    /// <summary>Waits until so many more messages are answered.</summary>
    public Task More(int messages)
    {
        var enough = Answered + messages;
        return Until(() => Answered >= enough);
    }

    /// <summary>Nobody begins to buy while something is done that only takes time.</summary>
    public async Task RestDuring(Task work)
    {
        isResting = true;
        await work;
        isResting = false;
    }

    /// <summary>Waits until so many were told that there was no time.</summary>
    public Task UntilTold(int times) => Until(() => OutOfTime >= times);

    /// <summary>Stops, when every message is answered.</summary>
    public async Task End()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    /// <summary>If the test failed before <see cref="End"/>, the tills end without their answers.</summary>
    public void Dispose()
    {
        stop.Cancel();
        abandon.Cancel();
        stop.Dispose();
        abandon.Dispose();
    }

    private async Task Until(Func<bool> isSo)
    {
        while (!isSo())
        {
            // A till that fails ends, and the test with it.
            await await Task.WhenAny([Task.Delay(10), .. running]);
        }
    }
}
